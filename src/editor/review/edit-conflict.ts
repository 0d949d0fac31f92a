import * as vscode from 'vscode';
import { select } from '../archive/show';
import { rangeOfConflict } from './range-of-conflict';
import type { Command } from '../commands/command';
import { conflictFileTarget } from './conflict-target';
import type { ReviewContext } from './context';

/** Opens the file of a conflict at its record, so that the person can solve it by hand. */
export const editConflict: Command<ReviewContext> = {
  id: 'postgloss.editConflict',
  async run(context, argument) {
    const target = await conflictFileTarget(context, argument);
    if (!target) return;
    const { archive, path, file, node } = target;
    const conflict = node?.kind === 'conflict' ? file.conflicts.find(({ key }) => key === node.key) : undefined;
    const editor = await vscode.window.showTextDocument(archive.uriOf(path));
    const range = rangeOfConflict(editor.document, conflict?.id ?? null);
    if (range) select(editor, new vscode.Range(range.start, range.start));
  },
};
