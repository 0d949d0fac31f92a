import * as vscode from 'vscode';
import { fuzzySearch, wordSearch } from '../../core/text';
import { message } from './inert';
import { shownItem } from './pick';
import { showInput } from './typed-ahead';

/** How many items are listed at a time; typing narrows them. */
const MOST = 300;

/** With fewer matches than this, the typed text may be misspelled, and items that resemble it are listed behind the matches. */
const FEW = 20;

/** How long typing must pause before these are searched, in milliseconds: among ten thousand names that is too slow for each letter. */
const PAUSE_MS = 120;

/**
 * Lets a person choose an item by typing it roughly. Our search ranks the items; `alwaysShow` keeps the editor from filtering them a
 * second time. Answers undefined when the person turned away.
 *
 * @param texts the texts by which an item is found
 * @param tolerance how much of a word may be wrong; see `fuzzySearch`
 */
export function fuzzyPick<T extends vscode.QuickPickItem>(
  title: string,
  placeholder: string,
  items: readonly T[],
  texts: (item: T) => readonly string[],
  tolerance?: number,
): Promise<T | undefined> {
  const shown = items.map((item) => ({ ...shownItem(item), alwaysShow: true }));
  const byWords = wordSearch(shown, texts);
  const roughly = fuzzySearch(shown, texts, tolerance);
  const pick = vscode.window.createQuickPick<T>();
  pick.title = message(title);
  pick.placeholder = message(placeholder);
  pick.items = shown.slice(0, MOST);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPending = false;

  const look = () => {
    clearTimeout(timer);
    const found = byWords(pick.value).slice(0, MOST);
    pick.items = found;
    isPending = found.length < FEW && pick.value.trim() !== '';
    pick.busy = isPending;
    if (isPending) timer = setTimeout(lookRoughly, PAUSE_MS);
  };
  const lookRoughly = () => {
    clearTimeout(timer);
    isPending = false;
    pick.busy = false;
    const [active] = pick.activeItems;
    pick.items = [...new Set([...pick.items, ...roughly(pick.value)])].slice(0, MOST);
    if (active) pick.activeItems = [active];
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(look);
    pick.onDidAccept(() => {
      // Enter pressed before the search has run takes the item that it would have listed first.
      if (isPending && pick.items.length === 0) lookRoughly();
      resolve(pick.selectedItems[0] ?? pick.activeItems[0] ?? pick.items[0]);
      pick.hide();
    });
    showInput(pick, look);
    pick.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
      pick.dispose();
    });
  });
}
