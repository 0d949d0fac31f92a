import * as vscode from 'vscode';
import { shortened, type Agreement, type Passage } from '../../core/index';
import type { Archive } from '../archive';
import { toRange } from '../convert';
import { select } from '../show';
import { iconless, joined, many } from '../views/words';

interface Item extends vscode.QuickPickItem {
  /** Null for what is no passage. */
  readonly passage: Passage | null;
}

/**
 * Lists the passages on which annotators differ, to walk through with the keyboard: each is shown in its text behind the list.
 *
 * @param showTables what the first entry does
 */
export function walkDisagreements(
  archive: Archive,
  agreement: Agreement,
  showTables: () => Promise<void>,
): Promise<void> {
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
  pick.onDidChangeActive(([item]) => void show(archive, item?.passage, true));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      pick.hide();
      void (item === tables ? showTables() : show(archive, item?.passage, false)).then(resolve);
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

async function show(archive: Archive, passage: Passage | null | undefined, preserveFocus: boolean): Promise<void> {
  if (!passage) return;
  const text = await archive.annotator.openText(passage.file);
  const editor = await vscode.window.showTextDocument(archive.uriOf(passage.file), { preserveFocus, preview: true });
  if (text) select(editor, toRange(text.lines, passage.span));
}
