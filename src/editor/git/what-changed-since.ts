import * as vscode from 'vscode';
import { summarizeChanges } from '../../core/changes';
import { quoted } from '../../core/text';
import { whyNoGit, type ChangesSince, type GitQuestions } from '../archive/git-questions';
import { changesDocument } from './change-words';
import { askRevision } from './ask-revision';
import { currentArchive } from '../archive/current-archive';
import { walkChanges } from './walk-changes';
import type { Command } from '../commands/command';
import type { GitContext } from './context';
import { say, warn } from '../ui/say';
import { workInStatusBar } from '../ui/progress';

/** The command's answer to macros: how many records differ, or why git cannot tell; null when the person turned away. */
export type ChangedOutcome = { readonly changes: number } | { readonly why: string } | null;

/**
 * Lists which annotations, entities and tags were added, changed and removed since a commit, a branch, a tag or a date. A macro may pass
 * `{ "since": "main..." }`, and the person is then not asked.
 */
export const whatChangedSince: Command<GitContext> = {
  id: 'postgloss.whatChangedSince',
  async run({ archives, documents }, argument): Promise<ChangedOutcome> {
    const { questions } = archives.platform;
    const archive = await currentArchive(archives, 'What Changed Since…');
    if (!archive) return null;
    const why = whyNoGit(questions, archive.root);
    if (!questions || why !== null) return refuse(why ?? '');
    try {
      const since = (argument.text('since') || null) ?? (await askRevision(questions, archive.root.fsPath));
      if (since === null) return null;
      const found = await ask(questions, archive.root.fsPath, since);
      const changes = found.files.reduce((sum, { records, top }) => sum + records.length + Math.min(1, top.length), 0);
      const title = `Since ${quoted(since)}: ${summarizeChanges(found.files)}`;
      if (found.files.length === 0) say(`${title}.`);
      else void walkChanges(archives, found, title, () => showDocument(found, title));
      return { changes };
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }

    async function showDocument(found: ChangesSince, title: string): Promise<void> {
      const uri = documents.add('changes.txt', changesDocument(found.files, title));
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  },
};

function ask(questions: GitQuestions, folder: string, since: string): Thenable<ChangesSince> {
  return workInStatusBar('Comparing with git', () => questions.changesSince(folder, since));
}

function refuse(why: string): { why: string } {
  warn(why);
  return { why };
}
