import type * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { TextInArchive } from '../archive/archives';
import { conflictLink } from '../commands/links';
import { escapeMarkdown } from '../ui/escape-markdown';
import type { Conflicts } from './conflicts';
import { saidBy, SIDES } from './conflict-words';

/**
 * Appends what each side of a merge says, with links to decide. For an annotation on which both sides agree (`inConflict` is null),
 * appends why it cannot be changed now.
 */
export function appendConflict(
  markdown: vscode.MarkdownString,
  found: TextInArchive,
  inConflict: { readonly key: string | null } | null,
  conflicts: Conflicts,
): void {
  if (!inConflict) {
    const why = 'git could not merge all of this file. Its annotations can be changed once its conflicts are solved.';
    markdown.appendMarkdown('\n\n').appendMarkdown(escapeMarkdown(why)).appendMarkdown('\n\n');
    return;
  }
  markdown.appendMarkdown('\n\n').appendMarkdown('**In conflict** · two sides of a merge contradict each other');
  const file = conflicts.find(found.archive, found.path + SIDECAR_SUFFIX);
  const conflict = file?.conflicts.find(({ key }) => key === inConflict.key);
  markdown.appendMarkdown('\n\n');
  if (!file || !conflict) return;
  for (const side of ['ours', 'theirs'] as const) {
    const { said, who } = saidBy(file, conflict, side);
    markdown.appendMarkdown(`${SIDES[side]}: `).appendMarkdown(escapeMarkdown(who === '' ? said : `${said} (${who})`));
    markdown.appendMarkdown('\n\n');
  }
  const link = (command: string, label: string) => `[${label}](${conflictLink(command, found, conflict.key)}) · `;
  markdown.appendMarkdown(link('takeOurs', 'Take ours') + link('takeTheirs', 'Take theirs'));
  if (conflict.both !== null) markdown.appendMarkdown(link('takeBoth', 'Take both'));
}
