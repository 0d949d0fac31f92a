import { suggestEntities, type EntitySuggestion } from '../../core/suggest';
import { command } from '../call/command';
import { findFiles } from '../files/given-files';
import { findLexicons } from '../files/lexicons';
import { createPrinter } from '../output/printer';
import { readGroups } from '../files/suggest-texts';

/** A row of `postgloss suggest entities --json`. */
interface Row {
  readonly text: string;
  /** `unknown` where nothing in the texts tells it. */
  readonly type: string;
  /** How often any of the spellings stands in the texts. */
  readonly count: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly spellings: readonly { readonly text: string; readonly count: number }[];
  readonly mentions: readonly { readonly file: string; readonly start: number; readonly end: number }[];
}

/** Lists names that the registry lacks, beginning with those that would add the most mentions. Without a registry, it lacks all names. */
export const suggestEntitiesCommand = command({
  name: 'suggest entities',
  parameters: 'FILE…',
  summary: 'List names in the texts that the registry lacks',
  fields: 'text type count score spellings mentions'.split(' '),
  flags: ['entities', 'format'],
  async run(call) {
    const files = await findFiles(call.paths, call.io.cwd);
    const { code, groups } = await readGroups(call, files, await findLexicons(call, files, 'empty'));
    const printer = createPrinter<Row>(call);
    for (const { texts, registry } of groups) printer.print(suggestEntities(texts, registry).map(rowOf), cells);
    printer.end();
    return code;
  },
});

function rowOf({ text, type, count, score, spellings, mentions }: EntitySuggestion): Row {
  return {
    ...{ text, type: type === 'other' ? 'unknown' : type, count, score, spellings },
    mentions: mentions.map(({ path, span }) => ({ file: path, ...span })),
  };
}

function cells({ text, type, count, score, spellings }: Row): string[] {
  const others = spellings.slice(1).map((spelling) => spelling.text);
  return [score.toFixed(2), `${count}×`, type, others.length === 0 ? text : `${text} (${others.join(', ')})`];
}
