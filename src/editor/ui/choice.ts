import * as vscode from 'vscode';

/** A person's choice for a view: a command sets it, and the view follows. */
export class Choice<T> {
  readonly #changed = new vscode.EventEmitter<T>();
  readonly #keep: (value: T) => void;
  #value: T;

  readonly onDidChange = this.#changed.event;

  constructor(value: T, keep: (value: T) => void = () => undefined) {
    this.#value = value;
    this.#keep = keep;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    this.#keep(value);
    this.#changed.fire(value);
  }
}

/**
 * The choice with a name; every caller gets the same object. Its value is remembered for the folder that is open.
 *
 * @param isValue checks the remembered value, which another version may have written; if it is none, `fallback` counts
 */
export function remembered<T>(
  extension: vscode.ExtensionContext,
  name: string,
  fallback: T,
  isValue: (value: unknown) => value is T,
): Choice<T> {
  return shared(extension, name, () => {
    const known: unknown = extension.workspaceState.get(name);
    return new Choice(isValue(known) ? known : fallback, (value) => void extension.workspaceState.update(name, value));
  });
}

/** The same, but forgotten with the window. */
export function forNow<T>(extension: vscode.ExtensionContext, name: string, initial: T): Choice<T> {
  return shared(extension, name, () => new Choice(initial));
}

function shared<T>(extension: vscode.ExtensionContext, name: string, make: () => Choice<T>): Choice<T> {
  const choices = CHOICES.get(extension) ?? new Map<string, unknown>();
  CHOICES.set(extension, choices);
  const known = choices.get(name) as Choice<T> | undefined;
  if (known) return known;
  const made = make();
  choices.set(name, made);
  return made;
}

const CHOICES = new WeakMap<vscode.ExtensionContext, Map<string, unknown>>();
