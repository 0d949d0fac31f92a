import * as vscode from 'vscode';
import { visible } from '../../core/index';
import { whyNoGit, type SetUpStep } from '../git/git-questions';
import type { Command } from './command';

/** What the command answers, for macros: what was done, or why nothing was. */
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
    tell(steps);
    for (const archive of archives.all) void archive.annotator.refresh(null).catch(() => undefined);
    return { steps };
  },
};

function tell(steps: readonly SetUpStep[]): void {
  const said = (state: SetUpStep['state']) =>
    steps.filter((step) => step.state === state).map(({ what, message }) => `${visible(what)}: ${message}`);
  const wrong = said('error');
  const written = said('written');
  if (wrong.length > 0) void vscode.window.showWarningMessage(`Merging is not set up. ${wrong.join(' ')}`);
  else if (written.length === 0) {
    void vscode.window.showInformationMessage('This clone merges annotations record by record already.');
  } else {
    void vscode.window.showInformationMessage(
      `This clone now merges annotations record by record. ${written.join('; ')}.`,
    );
  }
}

function refuse(why: string): { why: string } {
  void vscode.window.showWarningMessage(why);
  return { why };
}
