import * as vscode from 'vscode';
import { authorsOf } from '../../core/agreement';
import type { Archive } from '../archive/archive';
import { joined, many } from '../ui/words';
import { whyNoGit, type GitQuestions } from '../archive/git-questions';
import { choose, chooseSeveral } from '../ui/pick';
import { say } from '../ui/say';

/** The annotators to compare: the people who signed annotations, or branches by their names. */
export type Annotators = { readonly by: 'author' } | { readonly branches: readonly string[] };

const TITLE = 'Show Agreement of Annotators';

/** Asks whether to compare authors or branches; authors without asking where git cannot be run. Null when the person turns away. */
export async function askAnnotators(archive: Archive, questions: GitQuestions | null): Promise<Annotators | null> {
  if (!questions || whyNoGit(questions, archive.root) !== null) return { by: 'author' };
  const names = authors(archive);
  const items = [
    {
      iconPath: new vscode.ThemeIcon('person'),
      label: 'Authors',
      description: 'the names in “by” of the annotations that are here now',
      detail: names.length === 0 ? 'No annotation has a name in “by”.' : names.slice(0, 8).join(', '),
      branches: false,
    },
    {
      iconPath: new vscode.ThemeIcon('git-branch'),
      label: 'Branches…',
      description: 'the annotations made on each branch since they parted',
      detail: 'Each branch counts as one annotator. The names in “by” are ignored.',
      branches: true,
    },
  ];
  const placeHolder = 'Compare authors, or branches?';
  const chosen = await choose(items, { title: TITLE, placeHolder });
  if (!chosen) return null;
  return chosen.branches ? askBranches(archive, questions) : { by: 'author' };
}

async function askBranches(archive: Archive, questions: GitQuestions): Promise<Annotators | null> {
  const revisions = (await questions.revisions(archive.root.fsPath)).filter(({ kind }) => kind.endsWith('branch'));
  if (revisions.length < 2) {
    const found = many(revisions.length, 'branch', 'branches');
    say(`Agreement takes two branches; this repository has ${found}. Fetch those of the others first.`);
    return null;
  }
  const items = revisions.map(({ name, kind, date, subject }) => ({
    iconPath: new vscode.ThemeIcon(kind === 'branch' ? 'git-branch' : 'cloud'),
    label: name,
    description: joined([kind, date, subject]),
    name,
  }));
  const placeHolder = 'Choose two branches or more';
  const chosen = await chooseSeveral(items, { title: `${TITLE}: Branches`, placeHolder, matchOnDescription: true });
  if (!chosen) return null;
  if (chosen.length >= 2) return { branches: chosen.map(({ name }) => name) };
  say('Agreement takes two branches or more. Choose another one too.');
  return null;
}

function authors({ core }: Archive): string[] {
  const all = core.texts.flatMap(({ sidecar }) => sidecar.annotations.flatMap(authorsOf));
  return [...new Set(all)].sort();
}
