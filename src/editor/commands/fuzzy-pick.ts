import * as vscode from 'vscode';
import { fuzzySearch } from '../../core/index';

/** How many items are listed at a time; typing narrows them. */
const MOST = 300;

/**
 * Lets a person choose by typing roughly what is meant. Our search ranks and the editor must not filter a second time, so each item is
 * always shown. Answers undefined when the person turned away.
 *
 * @param texts what an item is found by
 * @param tolerance how much of a word may be wrong; see `fuzzySearch`
 */
export function fuzzyPick<T extends vscode.QuickPickItem>(
  title: string,
  placeholder: string,
  items: readonly T[],
  texts: (item: T) => readonly string[],
  tolerance?: number,
): Promise<T | undefined> {
  const search = fuzzySearch(
    items.map((item) => ({ ...item, alwaysShow: true })),
    texts,
    tolerance,
  );
  const pick = vscode.window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = search('').slice(0, MOST);
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      pick.items = search(value).slice(0, MOST);
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0] ?? pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
