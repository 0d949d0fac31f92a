import * as vscode from 'vscode';
import type { Agreement, Passage } from '../../core/agreement';
import { shortened } from '../../core/text';
import { iconless, joined, many } from '../ui/words';

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
export function walkDisagreements(agreement: Agreement, { show, showTables }: Shown): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  const names = agreement.annotators.map(({ name }) => iconless(name)).join(', ');
  pick.title = `Agreement of ${names}`;
  pick.placeholder = 'Walk through the passages on which they differ';
  [pick.matchOnDescription, pick.matchOnDetail] = [true, true];
  const items = agreement.passages.flatMap(itemsOf);
  const tables: Item = {
    label: '$(table) Show the Tables',
    description: `kappa and alpha by tag and entity type; ${many(items.filter(({ passage }) => passage).length, 'passage')} below`,
    alwaysShow: true,
    passage: null,
  };
  pick.items = [tables, ...items];
  const go = (item: Item | undefined, preserveFocus: boolean) =>
    item?.passage ? show(item.passage, preserveFocus) : Promise.resolve();
  pick.onDidChangeActive(([item]) => void go(item, true));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      pick.hide();
      void (item === tables ? showTables() : go(item, false)).then(resolve);
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve();
    });
    pick.show();
  });
}

function itemsOf({ first, second, matched, onlyFirst, onlySecond }: Agreement['passages'][number]): Item[] {
  const differ = matched
    .filter(({ sameTags, sameDecisions }) => !sameTags || !sameDecisions)
    .map(({ first: a, second: b }) => itemOf(a, 'differ', `${said(first, a)} | ${said(second, b)}`));
  const alone = (who: string, passages: readonly Passage[]) =>
    passages.map((passage) => itemOf(passage, `only ${iconless(who)}`, said(who, passage)));
  const items = [...differ, ...alone(first, onlyFirst), ...alone(second, onlySecond)].sort(
    ({ passage: a }, { passage: b }) =>
      a && b ? (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start) : 0,
  );
  const label = `${iconless(first)} and ${iconless(second)}`;
  const head: Item = { label, kind: vscode.QuickPickItemKind.Separator, passage: null };
  return items.length === 0 ? [] : [head, ...items];
}

function itemOf(passage: Passage, how: string, detail: string): Item {
  const icon = how === 'differ' ? 'diff' : 'person';
  return {
    label: `$(${icon}) ${iconless(shortened(passage.quote, 80))}`,
    description: joined([how, iconless(passage.post)]),
    detail,
    passage,
  };
}

function said(who: string, { tags, decisions }: Passage): string {
  return `${iconless(who)}: ${[...tags, ...decisions].map(iconless).join(', ') || 'a note'}`;
}
