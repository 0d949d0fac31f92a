import * as vscode from 'vscode';
import type { Agreement, Passage } from '../../core/agreement';
import { quoted, shortened } from '../../core/text';
import { joined, many } from '../ui/words';
import { askOne } from '../ui/steps';

interface Item extends vscode.QuickPickItem {
  /** Null for the tables and for headings. */
  readonly passage: Passage | null;
}

/** The views that a list of disagreements opens. */
export interface Shown {
  /** Shows a passage in its text; with `preserveFocus` the keyboard focus stays in the list. */
  readonly show: (passage: Passage, preserveFocus: boolean) => Promise<void>;
  /** Shows the whole comparison as tables. */
  readonly showTables: () => Promise<void>;
}

/** Lists the passages on which annotators differ, to walk through with the keyboard: the active one is shown behind the list. */
export async function walkDisagreements(agreement: Agreement, { show, showTables }: Shown): Promise<void> {
  const names = agreement.annotators.map(({ name }) => quoted(name)).join(', ');
  const items = agreement.passages.flatMap(itemsOf);
  const tables: Item = {
    label: 'Show the Tables',
    iconPath: new vscode.ThemeIcon('table'),
    description: `kappa and alpha by tag and entity type; ${many(items.filter(({ passage }) => passage).length, 'passage')} below`,
    alwaysShow: true,
    passage: null,
  };
  const chosen = await askOne({
    title: `Agreement of ${names}`,
    placeholder: 'Walk through the passages on which they differ',
    items: [tables, ...items],
    onMove: ({ passage }) => void (passage && show(passage, true)),
  });
  if (chosen === tables) await showTables();
  else if (chosen?.passage) await show(chosen.passage, false);
}

function itemsOf({ first, second, matched, onlyFirst, onlySecond }: Agreement['passages'][number]): Item[] {
  const differ = matched
    .filter(({ sameTags, sameDecisions }) => !sameTags || !sameDecisions)
    .map(({ first: a, second: b }) => itemOf(a, 'differ', `${said(first, a)} | ${said(second, b)}`));
  const alone = (who: string, passages: readonly Passage[]) =>
    passages.map((passage) => itemOf(passage, `only ${who}`, said(who, passage)));
  const items = [...differ, ...alone(first, onlyFirst), ...alone(second, onlySecond)].sort(
    ({ passage: a }, { passage: b }) =>
      a && b ? (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start) : 0,
  );
  const label = `${first} and ${second}`;
  const head: Item = { label, kind: vscode.QuickPickItemKind.Separator, passage: null };
  return items.length === 0 ? [] : [head, ...items];
}

function itemOf(passage: Passage, how: string, detail: string): Item {
  const icon = how === 'differ' ? 'diff' : 'person';
  return {
    iconPath: new vscode.ThemeIcon(icon),
    label: shortened(passage.quote, 80),
    description: joined([how, passage.post]),
    detail,
    passage,
  };
}

function said(who: string, { tags, decisions }: Passage): string {
  return `${who}: ${[...tags, ...decisions].join(', ') || 'a note'}`;
}
