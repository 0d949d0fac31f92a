import * as vscode from 'vscode';
import type { Revision } from '../../core/changes';
import { iconless, joined } from '../ui/words';
import type { GitQuestions } from '../archive/git-questions';

/** The usual names of main branches, the likeliest first. */
const MAIN = ['main', 'master', 'origin/main', 'origin/master', 'trunk', 'develop'];

interface Item extends vscode.QuickPickItem {
  readonly since: string;
}

/** Asks since when changes are listed: a branch, a tag, a commit, or typed text such as a date. Null when the person turns away. */
export async function askRevision(questions: GitQuestions, folder: string): Promise<string | null> {
  const revisions = await questions.revisions(folder);
  const items = [...startsOf(revisions), ...revisions.map(itemOf)];
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = 'What Changed Since…';
  pick.placeholder = 'A branch, a tag, a commit, or a date such as 2026-11-22';
  pick.matchOnDescription = true;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const own: Item = { label: `$(calendar) Since “${iconless(typed)}”`, alwaysShow: true, since: typed };
    pick.items = typed === '' ? items : [...items, own];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.since ?? null);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(null);
      pick.dispose();
    });
    pick.show();
  });
}

/** The commit where the current branch parted from the main branch: changes since then are those that a pull request would show. */
function startsOf(revisions: readonly Revision[]): Item[] {
  const name = MAIN.find((candidate) => revisions.some((revision) => revision.name === candidate));
  if (name === undefined) return [];
  return [{ label: `$(git-pull-request) Since this branch parted from ${name}`, since: `${name}...` }];
}

const ICONS = { branch: 'git-branch', 'remote branch': 'cloud', tag: 'tag', commit: 'git-commit' } as const;

function itemOf({ name, kind, subject, date }: Revision): Item {
  return {
    label: `$(${ICONS[kind]}) ${iconless(name)}`,
    description: joined([kind, date, iconless(subject)]),
    since: name,
  };
}
