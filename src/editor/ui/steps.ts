import * as vscode from 'vscode';
import { message } from './inert';
import { shownItem } from './pick';
import { showInput } from './typed-ahead';

// Questions that follow one another, with a button that leads back to the one before.

/** Where a person goes from a question: on to the next, back to the one before, or away from all of them. */
export type Turn = 'on' | 'back' | 'away';

/** Asks one question after the other; false when the person turned away. Each question keeps its answer for when they come back. */
export async function askInTurn(questions: readonly (() => Promise<Turn>)[]): Promise<boolean> {
  for (let i = 0; i < questions.length;) {
    const turn = await questions[i]?.();
    if (turn === 'away') return false;
    // There is nothing before the first question.
    i = turn === 'back' ? Math.max(0, i - 1) : i + 1;
  }
  return true;
}

/** One question: a list to choose from. */
export interface Question<T extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** Whether there is a question before it. */
  readonly back: boolean;
  /** The items that are ticked at first, where any number may be ticked; left out where one item is chosen. */
  readonly ticked?: readonly T[] | undefined;
  /** The item that is active at first. */
  readonly active?: T | undefined;
  /** Makes typed text an item of its own; null where it cannot be an answer. */
  readonly typed?: ((value: string) => T | null) | undefined;
  /** Called when the person moves to an item. */
  readonly onMove?: ((item: T) => void) | undefined;
  /** Answers whether the question is to be asked at all. It is shown meanwhile, and goes away where it is not. */
  readonly until?: Promise<boolean> | undefined;
  /** The title for the ticked items. */
  readonly titleFor?: ((ticked: readonly T[]) => string) | undefined;
}

/** A question that is answered by typing. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  /** The text in the box at first. */
  readonly value: string;
  /** Why an answer is refused, as a sentence; null where it is accepted. */
  readonly refuse: (value: string) => string | null;
}

/** Asks for a text, after another question. Answers null where the person went back, and undefined where they turned away. */
export function askText({ title, prompt, value, refuse }: TextQuestion): Promise<string | null | undefined> {
  const input = vscode.window.createInputBox();
  input.title = message(title);
  input.prompt = message(prompt);
  input.value = value;
  input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const leave = (answer: string | null) => {
      resolve(answer);
      input.hide();
    };
    input.onDidTriggerButton(() => leave(null));
    input.onDidAccept(() => {
      const why = refuse(input.value);
      if (why === null) leave(input.value);
      else input.validationMessage = message(why);
    });
    showInput(input);
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
  });
}

/** Asks a question. Answers the chosen items, or where the person went instead. */
export function ask<T extends vscode.QuickPickItem>(question: Question<T>): Promise<readonly T[] | 'back' | 'away'> {
  const { ticked, typed, onMove, until, titleFor } = question;
  const pick = vscode.window.createQuickPick();
  const shownOf = new Map<T, vscode.QuickPickItem>();
  const itemOf = new Map<vscode.QuickPickItem, T>();
  const shown = (items: readonly T[]) =>
    items.map((item) => {
      const known = shownOf.get(item) ?? shownItem(item);
      shownOf.set(item, known);
      itemOf.set(known, item);
      return known;
    });
  const meant = (items: readonly vscode.QuickPickItem[]) => items.flatMap((item) => itemOf.get(item) ?? []);
  pick.title = message(titleFor && ticked ? titleFor(ticked) : question.title);
  pick.placeholder = message(question.placeholder);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.canSelectMany = ticked !== undefined;
  // An editor that shows a place must not close the list.
  pick.ignoreFocusOut = onMove !== undefined;
  pick.buttons = question.back ? [vscode.QuickInputButtons.Back] : [];
  pick.items = shown(question.items);
  if (ticked) pick.selectedItems = shown(ticked);
  if (question.active) pick.activeItems = shown([question.active]);
  return new Promise((resolve) => {
    if (titleFor) pick.onDidChangeSelection((items) => (pick.title = message(titleFor(meant(items)))));
    if (onMove) pick.onDidChangeActive((items) => meant(items).slice(0, 1).forEach(onMove));
    const look = (value: string) => {
      const item = typed?.(value) ?? null;
      const { selectedItems } = pick;
      pick.items = shown(item ? [...question.items, item] : question.items);
      // New items are not ticked, although the same ones were.
      if (ticked) pick.selectedItems = selectedItems.filter((selected) => pick.items.includes(selected));
    };
    if (typed) pick.onDidChangeValue(look);
    pick.onDidTriggerButton(() => {
      resolve('back');
      pick.hide();
    });
    pick.onDidAccept(() => {
      let chosen = meant(ticked ? pick.selectedItems : pick.activeItems.slice(0, 1));
      const [active] = chosen;
      // The list may still show an item for less than was typed when Enter comes.
      if (typed && !ticked && active && !question.items.includes(active)) {
        const now = typed(pick.value) ?? question.items.find(({ label }) => label === pick.value.trim());
        chosen = now ? [now] : [];
      }
      // Enter in a list without a matching item is no answer.
      if (!ticked && chosen.length === 0) return;
      resolve(chosen);
      pick.hide();
    });
    showInput(pick, typed && look);
    pick.onDidHide(() => {
      resolve('away');
      pick.dispose();
    });
    pick.busy = until !== undefined;
    void until?.then(
      (asked) => (asked ? (pick.busy = false) : pick.hide()),
      () => pick.hide(),
    );
  });
}

/** Asks a question that stands alone, and answers the chosen item; null where the person turned away. */
export async function askOne<T extends vscode.QuickPickItem>(
  question: Omit<Question<T>, 'back' | 'ticked' | 'titleFor'>,
): Promise<T | null> {
  const answer = await ask({ ...question, back: false });
  return typeof answer === 'string' ? null : (answer[0] ?? null);
}
