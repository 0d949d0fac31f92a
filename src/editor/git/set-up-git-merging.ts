import * as vscode from 'vscode';
import type { SetUpStep } from '../../core/changes';
import { visible } from '../../core/text';
import { whyNoGit } from '../archive/git-questions';
import type { Command } from '../commands/command';
import { say, warn } from '../ui/say';

/** The command's answer to macros: the steps that were done, or why nothing was done. */
export type SetUpOutcome = { readonly steps: readonly SetUpStep[] } | { readonly why: string };

/** Makes this clone merge annotations record by record, with the program that this editor brings along. */
export const setUpGitMerging: Command = {
  id: 'postgloss.setUpGitMerging',
  async run({ archives }): Promise<SetUpOutcome> {
    const { questions } = archives.platform;
    const [first, ...others] = archives.all;
    if (!first) return refuse('No archive is open. Set one up with “Postgloss: Set Up Archive in This Folder”.');
    const why = whyNoGit(questions, first.root);
    if (!questions || why !== null) return refuse(why ?? '');
    const steps: SetUpStep[] = [];
    try {
      for (const { root } of [first, ...others]) {
        if (whyNoGit(questions, root) === null) steps.push(...(await questions.setUpMerging(root.fsPath)));
      }
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
    tell(steps, first.root);
    for (const archive of archives.all) void archive.core.refresh(null).catch(() => undefined);
    return { steps };
  },
};

function tell(steps: readonly SetUpStep[], root: vscode.Uri): void {
  const wrong = steps.filter(({ state }) => state === 'error');
  const written = steps.filter(({ state }) => state === 'written');
  if (wrong.length > 0) {
    const reasons = wrong.map(({ what, message }) => `${visible(what)}: ${message}`);
    warn(`Merging is not set up. ${reasons.join(' ')}`);
  } else if (written.length === 0) {
    say('This clone merges annotations record by record already.');
  } else if (written.some(({ what }) => what === ATTRIBUTES)) void askToCommit(root);
  else say('This clone now merges annotations record by record.');
}

const ATTRIBUTES = '.gitattributes';

/** Asks for `.gitattributes` to be committed: other clones get it with the repository, but each must set up the merge program itself. */
async function askToCommit(root: vscode.Uri): Promise<void> {
  const message =
    'This clone now merges annotations record by record. ' +
    `Commit ${ATTRIBUTES}, and have everybody else run this command once in their clone.`;
  const show = `Show ${ATTRIBUTES}`;
  if ((await say(message, show)) !== show) return;
  // The file lies at the top of the repository, which may be above the archive.
  for (let folder = root; ; folder = vscode.Uri.joinPath(folder, '..')) {
    const uri = vscode.Uri.joinPath(folder, ATTRIBUTES);
    try {
      await vscode.workspace.fs.stat(uri);
      await vscode.window.showTextDocument(uri);
      return;
    } catch {
      if (folder.path === '/' || folder.path === '') return;
    }
  }
}

function refuse(why: string): { why: string } {
  warn(why);
  return { why };
}
