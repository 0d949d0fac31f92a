import { say } from '../ui/say';
import { REGISTRY_FILE } from '../../core/entities';
import type { AliasSuggestion, EntitySuggestion, Suggestions } from '../../core/suggest';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import type { ExampleNode, NameNode, SpellingNode, ViewNode } from '../rows/nodes';
import type { CommandArgument } from '../commands/command-argument';
import type { SuggestionsContext } from './context';

/** Suggestions to decide about, all of one archive. */
export interface SuggestionTarget {
  readonly archive: Archive;
  readonly aliases: readonly AliasSuggestion[];
  readonly names: readonly EntitySuggestion[];
  /** The row of a place, if the command was called on a single one. */
  readonly example: ExampleNode | null;
  /** Call it after the decision: it removes the rows, and goes on to the next. */
  readonly goOn: () => Promise<void>;
}

/** The suggestions that a command means: of the focused or clicked rows, or named. Null after a message that tells why there are none. */
export async function suggestionTarget(
  { archives, suggestions }: SuggestionsContext,
  argument: CommandArgument,
): Promise<SuggestionTarget | null> {
  const keyboard = argument.focused;
  const named = keyboard ? null : await namedNode(archives, argument);
  const rows = keyboard ? await suggestions.focused() : named ? [named] : argument.rows;
  const archive = rows.flatMap((node) => ('archive' in node ? [node.archive] : []))[0];
  if (!archive || !archives.all.includes(archive)) return say('Choose a suggestion in the view “Suggestions” first.');
  let found = decidable(suggestions.of(archive), archive, rows);
  if (named && isEmpty(found)) {
    // The archive may have changed since the last computation.
    await suggestions.compute();
    found = decidable(suggestions.of(archive), archive, rows);
  }
  if (isEmpty(found)) return say('This is not suggested any more.');
  const [only] = rows;
  const example = rows.length === 1 && only?.kind === 'example' ? only : null;
  const { nodes, aliases, entities: names } = found;
  return { archive, aliases, names, example, goOn: suggestions.leaving(nodes, keyboard || !named) };
}

interface Found extends Suggestions {
  readonly nodes: readonly (SpellingNode | NameNode)[];
}

/** The undecided suggestions of some rows. */
function decidable(open: Suggestions | null, archive: Archive, rows: readonly ViewNode[]): Found {
  const own = rows.filter((node) => 'archive' in node && node.archive === archive);
  const nodes = own.flatMap((node) => leavesOf(node, open?.aliases ?? []));
  const aliases = (open?.aliases ?? []).filter(({ entity, text }) =>
    nodes.some((node) => node.kind === 'spelling' && node.entityId === entity.id && node.text === text),
  );
  const entities = (open?.entities ?? []).filter(({ text }) =>
    nodes.some((node) => node.kind === 'name' && node.text === text),
  );
  return { nodes, aliases, entities };
}

function isEmpty({ aliases, entities }: Found): boolean {
  return aliases.length + entities.length === 0;
}

/** The suggestions of a row: of an entity’s row, all its spellings; of a place’s row, the suggestion above it. */
function leavesOf(node: ViewNode, aliases: readonly AliasSuggestion[]): (SpellingNode | NameNode)[] {
  if (node.kind === 'spelling' || node.kind === 'name') return [node];
  if (node.kind === 'example') return [node.of];
  if (node.kind !== 'suggested-entity') return [];
  const { archive, entityId } = node;
  const own = aliases.filter(({ entity }) => entity.id === entityId);
  return own.map(({ text }) => ({ kind: 'spelling', archive, entityId, text }));
}

/** The suggestion that a code action or a macro names: a spelling with the entity that it may mean, or a name without one. */
async function namedNode(archives: Archives, argument: CommandArgument): Promise<SpellingNode | NameNode | null> {
  const [text, entityId] = [argument.text('text'), argument.text('entity')];
  const archive = argument.text('archive') === null ? archives.all[0] : argument.archiveIn(archives);
  if (text === null || !archive) return null;
  await archive.core.open();
  // Another program may have changed the registry meanwhile.
  await archive.core.refresh([REGISTRY_FILE]);
  return entityId === null ? { kind: 'name', archive, text } : { kind: 'spelling', archive, entityId, text };
}
