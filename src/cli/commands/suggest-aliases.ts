import { suggestAliases, type AliasSuggestion } from '../../core/suggest';
import { command } from '../call/command';
import { findFiles } from '../files/given-files';
import { findLexicons } from '../files/lexicons';
import { createPrinter } from '../output/printer';
import { readGroups, type ExampleRow } from '../files/suggest-texts';

/** A row of `postgloss suggest aliases --json`. */
interface Row {
  /** The id of the entity. */
  readonly entity: string;
  /** The spelling, as the texts have it. */
  readonly text: string;
  readonly count: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: string;
  readonly examples: readonly ExampleRow[];
  /** Words or names that speak against it; the entity is null for an ordinary word, and for a name that no entity has. */
  readonly against: readonly { readonly text: string; readonly entity: string | null; readonly reason: string }[];
}

/** Lists spellings in the texts that probably mean an entity of the registry, and are not yet its aliases. */
export const suggestAliasesCommand = command({
  name: 'suggest aliases',
  parameters: 'FILE…',
  summary: 'List spellings that probably mean an entity of the registry',
  fields: 'entity text count score reason examples against'.split(' '),
  flags: ['entities', 'format'],
  async run(call) {
    const files = await findFiles(call.paths, call.io.cwd);
    const { code, groups } = await readGroups(call, files, await findLexicons(call, files));
    const printer = createPrinter<Row>(call);
    for (const { texts, registry } of groups) printer.print(suggestAliases(texts, registry).map(rowOf), cells);
    printer.end();
    return code;
  },
});

function rowOf({ entity, text, count, score, reason, examples, against }: AliasSuggestion): Row {
  return {
    ...{ entity: entity.id, text, count, score, reason },
    examples: examples.map(({ path, post, span, context }) => ({ file: path, post, ...span, context: context.line })),
    against: against.map((miss) => ({ text: miss.text, entity: miss.entity?.id ?? null, reason: miss.reason })),
  };
}

function cells({ entity, text, count, score, reason, against }: Row): string[] {
  const doubts = against.map((miss) => `“${miss.text}” ${miss.reason}`).join('; ');
  return [score.toFixed(2), `${count}×`, entity, text, doubts === '' ? reason : `${reason}; but: ${doubts}`];
}
