import * as vscode from 'vscode';
import { message } from './inert';
import { showInput } from './typed-ahead';

type ListOptions = Pick<
  vscode.QuickPickOptions,
  'title' | 'placeHolder' | 'matchOnDescription' | 'matchOnDetail' | 'ignoreFocusOut'
>;

/** Lets a person choose an item of a list. Answers undefined where they turned away. */
export async function choose<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: ListOptions,
): Promise<T | undefined> {
  return (await chosenOf(items, options, false))?.[0];
}

/** The same, where any number of items may be ticked; those that are `picked` are ticked at first. */
export function chooseSeveral<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: ListOptions,
): Promise<T[] | undefined> {
  return chosenOf(items, options, true);
}

function chosenOf<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { title, placeHolder, ...options }: ListOptions,
  several: boolean,
): Promise<T[] | undefined> {
  const shown = items.map(shownItem);
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, options);
  if (title !== undefined) pick.title = message(title);
  if (placeHolder !== undefined) pick.placeholder = message(placeHolder);
  pick.canSelectMany = several;
  pick.items = shown;
  if (several) pick.selectedItems = shown.filter(({ picked }) => picked);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const chosen = several ? pick.selectedItems : pick.activeItems.slice(0, 1);
      // Enter in a list without a matching item is no answer.
      if (!several && chosen.length === 0) return;
      resolve(items.filter((_, i) => chosen.some((item) => item === shown[i])));
      pick.hide();
    });
    showInput(pick);
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}

/** The same for a list of words. */
export async function chooseWord(words: readonly string[], options: ListOptions): Promise<string | undefined> {
  return (
    await choose(
      words.map((word) => ({ label: word, word })),
      options,
    )
  )?.word;
}

interface InputOptions {
  readonly title?: string;
  readonly prompt?: string;
  readonly value?: string;
  /** The part of the value that is selected at first, as two offsets; all of it where this is left out. */
  readonly valueSelection?: readonly [number, number];
  readonly ignoreFocusOut?: boolean;
  /** Why a text is refused, as a sentence; null where it is accepted. */
  readonly validateInput?: (value: string) => string | null;
}

/** Asks for a text. Answers undefined where the person turned away. */
export function askInput({ validateInput, title, prompt, ...options }: InputOptions): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  Object.assign(input, options);
  if (title !== undefined) input.title = message(title);
  if (prompt !== undefined) input.prompt = message(prompt);
  const check = () => {
    const why = validateInput?.(input.value) ?? null;
    input.validationMessage = why === null ? undefined : message(why);
    return why === null;
  };
  return new Promise((resolve) => {
    input.onDidChangeValue(check);
    input.onDidAccept(() => {
      if (!check()) return;
      resolve(input.value);
      input.hide();
    });
    check();
    showInput(input);
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
  });
}

/** An item as VS Code shows it letter for letter. An icon of our own belongs into its `iconPath`. */
export function shownItem<T extends vscode.QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: message(label),
    ...(description === undefined ? {} : { description: message(description) }),
    ...(detail === undefined ? {} : { detail: message(detail) }),
  };
}
