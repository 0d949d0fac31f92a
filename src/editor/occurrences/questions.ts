import * as vscode from 'vscode';
import type { Scope, Subject } from '../../core/bulk';
import { many } from '../ui/words';
import { ask, type Turn } from '../ui/steps';
import { typedSubject, type SubjectItem } from './subject';

// The questions that Tag All Occurrences and Remove from All Occurrences share.

/** The answers so far. */
export interface Answers {
  subject: Subject | null;
  scope: Scope;
  /** Only places that nobody has tagged. */
  untagged: boolean;
}

/** Asks for the subject; any other text can be typed. */
export async function askSubject(
  answers: Answers,
  title: string,
  items: readonly SubjectItem[],
  back: boolean,
): Promise<Turn> {
  const answer = await ask<SubjectItem>({
    title,
    placeholder: 'Of what? Choose, or type a text',
    items,
    back,
    typed: typedSubject,
    active: items.find(({ subject }) => same(subject, answers.subject)),
  });
  if (typeof answer === 'string') return answer;
  answers.subject = answer[0]?.subject ?? null;
  return 'on';
}

/** Asks where to look, and shows how many places there are. */
export async function askScope(
  answers: Answers,
  title: string,
  scopes: readonly Scope[],
  count: (scope: Scope) => { readonly places: number; readonly files: number },
  back: boolean,
): Promise<Turn> {
  const items = scopes.map((scope) => {
    const { places, files } = count(scope);
    const within = scope.kind === 'archive' && files > 0 ? ` in ${many(files, 'file')}` : '';
    return { ...SCOPES[scope.kind], description: `${many(places, 'place')}${within}`, scope };
  });
  const answer = await ask({
    title,
    placeholder: 'Where?',
    items,
    back,
    active: items.find(({ scope }) => scope.kind === answers.scope.kind) ?? items.at(-1),
  });
  if (typeof answer === 'string') return answer;
  answers.scope = answer[0]?.scope ?? answers.scope;
  return 'on';
}

const SCOPES: Record<Scope['kind'], vscode.QuickPickItem> = {
  selection: { label: 'In the selection', iconPath: new vscode.ThemeIcon('list-selection') },
  post: { label: 'In this post', iconPath: new vscode.ThemeIcon('note') },
  file: { label: 'In this file', iconPath: new vscode.ThemeIcon('file') },
  archive: { label: 'In the whole archive', iconPath: new vscode.ThemeIcon('library') },
};

interface OptionItem extends vscode.QuickPickItem {
  readonly name: 'wholeWord' | 'matchCase' | 'untagged';
}

/** Asks how exactly to look. */
export async function askOptions(answers: Answers, title: string, withUntagged: boolean, back: boolean): Promise<Turn> {
  const { subject } = answers;
  const query = subject?.kind === 'text' ? subject.query : null;
  const items: OptionItem[] = [
    ...(query
      ? ([
          { name: 'wholeWord', label: 'Whole words only' },
          { name: 'matchCase', label: 'Match case' },
        ] as const)
      : []),
    ...(withUntagged
      ? ([
          {
            name: 'untagged',
            label: 'Only places without a tag',
            description: 'places with another tag stay as they are',
          },
        ] as const)
      : []),
  ];
  const on = { wholeWord: query?.wholeWord, matchCase: query?.matchCase, untagged: answers.untagged };
  const ticked = items.filter(({ name }) => on[name]);
  const placeholder = 'Tick the options that you want, then press Enter';
  const answer = await ask<OptionItem>({ title, placeholder, items, ticked, back });
  if (typeof answer === 'string') return answer;
  const has = (name: OptionItem['name']) => answer.some((item) => item.name === name);
  answers.untagged = has('untagged');
  if (query) {
    answers.subject = {
      kind: 'text',
      query: { ...query, wholeWord: has('wholeWord'), matchCase: has('matchCase') },
    };
  }
  return 'on';
}

/** Whether two subjects are the same text or entity, whatever the options of the search. */
function same(a: Subject, b: Subject | null): boolean {
  if (a.kind === 'text') return b?.kind === 'text' && a.query.text === b.query.text;
  return b?.kind === 'entity' && a.entity === b.entity;
}
