import type * as vscode from 'vscode';

// Keys that are typed before a list or a box that was asked for has the keyboard. They would do something else where they land, so they
// go to the list.

/** A list or a box, as far as its typed text goes. */
export type Typed = Pick<vscode.QuickPick<vscode.QuickPickItem>, 'value' | 'onDidChangeValue' | 'onDidHide' | 'show'>;

/** The keys typed since a list was asked for; null where none is about to open. */
let waiting: string[] | null = null;
/** Takes a key to the open list or box. */
let open: ((key: string) => void) | null = null;

/** Runs a command that opens a list or a box. Until that has the keyboard, single keys are kept for it; without one, they are dropped. */
export async function awaitingList<T>(run: () => T): Promise<Awaited<T>> {
  waiting = [];
  try {
    return await run();
  } finally {
    waiting = null;
  }
}

/** Keeps a single key for the list that is about to open, or has just opened. Answers whether there is one: the key then does nothing else. */
export function keptForList(key: string): boolean {
  if (open) open(key);
  else if (waiting) waiting.push(key);
  else return false;
  return true;
}

/**
 * Shows a list or a box, and gives it the keys that were typed ahead, and those that are still on their way. To be called before anything
 * disposes of the input when it hides.
 *
 * @param changed is called with the new text after each of these keys
 */
export function showInput(input: Typed, changed: (value: string) => void = () => undefined): void {
  const type = typedInto(input);
  const add = (key: string) => {
    type(key);
    changed(input.value);
  };
  const keys = waiting ?? [];
  waiting = null;
  open = add;
  input.onDidHide(() => {
    if (open === add) open = null;
  });
  input.show();
  for (const key of keys) add(key);
}

/**
 * A function that adds keys to the text of an input, in front of what was typed there since: a key that comes late was typed before the
 * input had the keyboard. The window and the extension tell each other of the text by messages that may cross, so what was typed into the
 * window before it got a text of ours is added to that again.
 */
export function typedInto(input: Pick<Typed, 'value' | 'onDidChangeValue'>): (key: string) => void {
  /** The text that should be there. */
  let wanted = '';
  /** The text that the window had last. */
  let seen = input.value;
  /** The texts that the window was given, and has not shown yet. */
  let sent: string[] = [];
  const send = () => {
    sent.push(wanted);
    input.value = wanted;
  };
  input.onDidChangeValue((value) => {
    // The window shows one of the texts that it was given, maybe with more typed behind it; or more typed behind what it had before.
    const shown = sent.findLastIndex((text) => value.startsWith(text));
    const base = sent[shown] ?? (sent.length > 0 && value.startsWith(seen) ? seen : null);
    seen = value;
    if (base === null) {
      wanted = value;
      sent = [];
      return;
    }
    sent = sent.slice(shown + 1);
    const typed = value.slice(base.length);
    wanted += typed;
    if (typed !== '' && sent.length > 0) send();
  });
  return (key) => {
    wanted += key;
    send();
  };
}
