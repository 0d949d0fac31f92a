import * as vscode from 'vscode';
import { message } from './inert';

type ListOptions = Pick<
  vscode.QuickPickOptions,
  'title' | 'placeHolder' | 'matchOnDescription' | 'matchOnDetail' | 'ignoreFocusOut'
>;

/** Lets a person choose an item of a list. Answers undefined where they turned away. */
export async function choose<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: ListOptions,
): Promise<T | undefined> {
  const shown = items.map(shownItem);
  const chosen = await vscode.window.showQuickPick(shown, shownOptions(options));
  return chosen && items[shown.indexOf(chosen)];
}

/** The same, where any number of items may be ticked; those that are `picked` are ticked at first. */
export async function chooseSeveral<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: ListOptions,
): Promise<T[] | undefined> {
  const shown = items.map(shownItem);
  const chosen = await vscode.window.showQuickPick(shown, { ...shownOptions(options), canPickMany: true });
  return chosen && items.filter((_, i) => chosen.some((item) => item === shown[i]));
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

interface InputOptions extends Omit<vscode.InputBoxOptions, 'validateInput'> {
  /** Why a text is refused, as a sentence; null where it is accepted. */
  readonly validateInput?: (value: string) => string | null;
}

/** Asks for a text. Answers undefined where the person turned away. */
export function askInput({ validateInput, ...options }: InputOptions): Thenable<string | undefined> {
  const refuse = (value: string) => {
    const why = validateInput?.(value) ?? null;
    return why === null ? null : message(why);
  };
  return vscode.window.showInputBox({ ...shownOptions(options), validateInput: refuse });
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

function shownOptions<T extends { title?: string; placeHolder?: string; prompt?: string }>(options: T): T {
  const { title, placeHolder, prompt } = options;
  return {
    ...options,
    ...(title === undefined ? {} : { title: message(title) }),
    ...(placeHolder === undefined ? {} : { placeHolder: message(placeHolder) }),
    ...(prompt === undefined ? {} : { prompt: message(prompt) }),
  };
}
