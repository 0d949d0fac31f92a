import * as vscode from 'vscode';
import type { Explained } from './explain';
import type { CommitPlan } from './plan-commit';
import { countFiles, ignoredWords } from './refusal';
import { askInput, choose } from '../ui/pick';
import { confirm, fail, showAll } from '../ui/say';
import { pathName } from '../ui/inert';
import { quoted } from '../../core/text';

// Questions and messages around a commit.

/** Offers to save documents with unsaved changes, which the commit would lack. Answers whether to go on. */
export async function askToSave(documents: readonly vscode.TextDocument[]): Promise<boolean> {
  if (documents.length === 0) return true;
  const save = 'Save and Commit';
  const asSaved = 'Commit What Is Saved';
  const names = documents.map(({ uri }) => pathName(vscode.workspace.asRelativePath(uri))).join(', ');
  const message = `${countFiles(documents.length)} with annotations ${documents.length === 1 ? 'has' : 'have'} unsaved changes.`;
  const answer = await confirm(message, names, save, asSaved);
  if (answer !== save) return answer === asSaved;
  for (const document of documents) {
    if (await document.save()) continue;
    const why = `${pathName(vscode.workspace.asRelativePath(document.uri))} could not be saved. Nothing was committed.`;
    fail(why);
    return false;
  }
  return true;
}

/** Lets the person choose among repositories with changes, because a commit belongs to one. Null when they choose none. */
export async function askRepository<T extends { readonly plan: CommitPlan }>(choices: readonly T[]): Promise<T | null> {
  const items = choices.map((choice) => {
    const { repository, branch, files } = choice.plan;
    const label = repository.top.split('/').at(-1) ?? repository.top;
    return {
      label,
      iconPath: new vscode.ThemeIcon('repo'),
      description: branch ?? '',
      detail: `${countFiles(files.length)} in ${repository.top}`,
      choice,
    };
  });
  const options = {
    title: 'Commit Annotations',
    placeHolder: 'The annotations are in several repositories. Which one first?',
  };
  return (await choose(items, options))?.choice ?? null;
}

/** Lets the person change the proposed message; null when they leave it. */
export async function askMessage({ branch, files, ignored }: CommitPlan, proposed: string): Promise<string | null> {
  const where = branch === null ? 'no branch is checked out' : `on ${quoted(branch)}`;
  const message = await askInput({
    title: `Commit Annotations: ${countFiles(files.length)}, ${where}`,
    prompt:
      ignored.length > 0
        ? ignoredWords(ignored)
        : 'Only annotation files are committed. Other staged files stay staged.',
    value: proposed,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'A commit needs a message.' : null),
  });
  return message?.trim() ?? null;
}

/** Tells why git made no commit, and answers with that message. */
export function showFailure({ why, detail }: Explained): string {
  const message = `Nothing was committed. ${why}`;
  void tell();
  return message;

  async function tell(): Promise<void> {
    if (detail === null) fail(message);
    else if ((await fail(message, 'Show All')) !== undefined) showAll('Git’s full message', detail);
  }
}
