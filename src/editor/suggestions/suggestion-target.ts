import * as vscode from 'vscode';
import { REGISTRY_FILE } from '../../core/entities';
import type { AliasSuggestion, EntitySuggestion, Suggestions } from '../../core/suggest';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import type { ExampleNode, NameNode, SpellingNode, ViewNode } from '../rows/nodes';
import type { CommandContext } from '../commands/command';
import { isFocusArgument } from '../review/review-target';

/** Suggestions to decide about, all of one archive. */
export interface SuggestionTarget {
  readonly archive: Archive;
  readonly aliases: readonly AliasSuggestion[];
  readonly names: readonly EntitySuggestion[];
  /** The place that was named, where it was one. */
  readonly example: ExampleNode | null;
  /** To be called when something was decided: takes the rows out, and goes on to the next. */
  readonly goOn: () => Promise<void>;
}

/** What a code action or a macro passes on: a spelling and the entity that it may mean, or a name without one. */
interface SuggestionArgument {
  readonly archive?: string;
  readonly text: string;
  readonly entity?: string;
}

/** The suggestions that a command means: of a key, of rows, or named. Null after saying why there are none. */
export async function suggestionTarget(
  { archives, suggestions }: CommandContext,
  argument: unknown,
  others: unknown,
): Promise<SuggestionTarget | null> {
  const keyboard = isFocusArgument(argument);
  const named = keyboard ? null : await namedNode(archives, argument);
  const rows = keyboard ? await suggestions.focused() : named ? [named] : rowsOf(argument, others);
  const archive = rows.flatMap((node) => ('archive' in node ? [node.archive] : []))[0];
  if (!archive || !archives.all.includes(archive)) return say('Choose a suggestion in the view “Suggestions” first.');
  let found = decidable(suggestions.of(archive), archive, rows);
  if (named && isEmpty(found)) {
    // The archive may have changed since.
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

/** What some rows stand for, as far as it is still to be decided. */
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

/** The rows of a menu: where several are selected, and the one that was clicked is among them, all of them. */
function rowsOf(argument: unknown, others: unknown): ViewNode[] {
  if (!isViewNode(argument)) return [];
  const selected = Array.isArray(others) ? others.filter(isViewNode) : [];
  return selected.includes(argument) ? selected : [argument];
}

/** The suggestions that a row stands for: that of an entity for all of its spellings, and that of a place for the one it is of. */
function leavesOf(node: ViewNode, aliases: readonly AliasSuggestion[]): (SpellingNode | NameNode)[] {
  if (node.kind === 'spelling' || node.kind === 'name') return [node];
  if (node.kind === 'example') return [node.of];
  if (node.kind !== 'suggested-entity') return [];
  const { archive, entityId } = node;
  const own = aliases.filter(({ entity }) => entity.id === entityId);
  return own.map(({ text }) => ({ kind: 'spelling', archive, entityId, text }));
}

async function namedNode(archives: Archives, argument: unknown): Promise<SpellingNode | NameNode | null> {
  if (!isSuggestionArgument(argument)) return null;
  const { text, entity } = argument;
  const archive = archives.all.find(
    ({ root }) => argument.archive === undefined || root.toString() === argument.archive,
  );
  if (!archive) return null;
  await archive.core.open();
  // Others may have written it in this moment, as before every decision.
  await archive.core.refresh([REGISTRY_FILE]);
  return entity === undefined ? { kind: 'name', archive, text } : { kind: 'spelling', archive, entityId: entity, text };
}

function isSuggestionArgument(argument: unknown): argument is SuggestionArgument {
  if (typeof argument !== 'object' || argument === null || 'kind' in argument || !('text' in argument)) return false;
  const { text, entity, archive } = argument as Partial<Record<string, unknown>>;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  return typeof text === 'string' && isText(entity) && isText(archive);
}

function isViewNode(value: unknown): value is ViewNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function say(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
