import * as vscode from 'vscode';
import type { Scope, Subject } from '../../core/bulk';
import { quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset } from '../ui/convert';
import { activeText } from '../archive/active-text';
import { selectionToSearch } from './subject';
import type { CommandArgument } from '../commands/command-argument';
import { fail } from '../ui/say';

/** Where occurrences are asked for: the archive, and the text of the active editor if it belongs to that archive. */
export interface Look {
  readonly archive: Archive;
  readonly active: (TextInArchive & { readonly editor: vscode.TextEditor }) | null;
  /** The subject that a row or a macro names. */
  readonly subject: Subject | null;
}

/** Finds out where occurrences are asked for, and reads the whole archive. Null after telling why nothing can be looked for. */
export async function look(archives: Archives, argument: CommandArgument, archive?: Archive): Promise<Look | null> {
  const node = argument.rowOf('entity');
  const own = archive ?? node?.archive;
  // A row names its archive; without one, the active editor must show a text of an archive.
  const active = own ? await activeIn(archives, own) : await activeText(archives);
  const found = own ?? active?.archive;
  if (!found) return null;
  await found.core.open();
  const subject = node ? ({ kind: 'entity', entity: node.entityId } as const) : namedSubject(argument);
  if (subject?.kind === 'entity' && !found.core.registry.byId.has(subject.entity)) {
    fail(`There is no entity ${quoted(subject.entity)} in the registry.`);
    return null;
  }
  return { archive: found, active, subject };
}

/** The scopes to choose from, the narrowest first. */
export function scopesFrom({ active }: Look, subject: Subject): Scope[] {
  if (!active) return [{ kind: 'archive' }];
  const { path, text, editor } = active;
  const spans = selectionToSearch(text, editor, subject);
  const post = text.postAt(toOffset(text.lines, editor.selection.active));
  return [
    ...(spans.length > 0 ? [{ kind: 'selection', path, spans } as const] : []),
    ...(post ? [{ kind: 'post', path, post: post.id } as const] : []),
    { kind: 'file', path },
    { kind: 'archive' },
  ];
}

/** The scope that a macro names; null where it names none of the scopes to choose from. */
export function namedScope(look: Look, subject: Subject, argument: CommandArgument): Scope | null {
  const kind = argument.text('scope');
  return scopesFrom(look, subject).find((scope) => scope.kind === kind) ?? null;
}

async function activeIn(archives: Archives, archive: Archive): Promise<Look['active']> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return null;
  const found = await archives.read(editor.document);
  return found?.archive === archive ? { ...found, editor } : null;
}

function namedSubject(argument: CommandArgument): Subject | null {
  const entity = argument.text('entity');
  if (entity !== null) return { kind: 'entity', entity };
  const text = argument.text('text');
  if (text === null) return null;
  const wholeWord = argument.flag('wholeWord') ?? true;
  return { kind: 'text', query: { text, wholeWord, matchCase: argument.flag('matchCase') ?? false } };
}
