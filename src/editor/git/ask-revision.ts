import * as vscode from 'vscode';
import type { Revision } from '../../core/changes';
import { joined } from '../ui/words';
import type { GitQuestions } from '../archive/git-questions';
import { askOne } from '../ui/steps';
import { quoted } from '../../core/text';

/** The usual names of main branches, the likeliest first. */
const MAIN = ['main', 'master', 'origin/main', 'origin/master', 'trunk', 'develop'];

interface Item extends vscode.QuickPickItem {
  readonly since: string;
}

/** Asks since when changes are listed: a branch, a tag, a commit, or typed text such as a date. Null when the person turns away. */
export async function askRevision(questions: GitQuestions, folder: string): Promise<string | null> {
  const revisions = await questions.revisions(folder);
  const items = [...startsOf(revisions), ...revisions.map(itemOf)];
  const chosen = await askOne({
    title: 'What Changed Since…',
    placeholder: 'A branch, a tag, a commit, or a date such as 2026-11-22',
    items,
    typed: typedItem,
  });
  return chosen?.since ?? null;
}

/** An item for typed text such as a date; git says whether it knows it. */
function typedItem(value: string): Item | null {
  const since = value.trim();
  const label = `Since ${quoted(since)}`;
  return since === '' ? null : { label, iconPath: new vscode.ThemeIcon('calendar'), alwaysShow: true, since };
}

/** The commit where the current branch parted from the main branch: changes since then are those that a pull request would show. */
function startsOf(revisions: readonly Revision[]): Item[] {
  const name = MAIN.find((candidate) => revisions.some((revision) => revision.name === candidate));
  if (name === undefined) return [];
  return [
    {
      iconPath: new vscode.ThemeIcon('git-pull-request'),
      label: `Since this branch parted from ${name}`,
      since: `${name}...`,
    },
  ];
}

const ICONS = { branch: 'git-branch', 'remote branch': 'cloud', tag: 'tag', commit: 'git-commit' } as const;

function itemOf({ name, kind, subject, date }: Revision): Item {
  return {
    iconPath: new vscode.ThemeIcon(ICONS[kind]),
    label: name,
    description: joined([kind, date, subject]),
    since: name,
  };
}
