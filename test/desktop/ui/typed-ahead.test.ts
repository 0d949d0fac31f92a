import { strictEqual } from 'node:assert';
import fc from 'fast-check';
import { awaitingList, keptForList, showInput, typedInto } from '../../../src/editor/ui/typed-ahead';
import { trials } from '../../support/trials';

/** A list whose window is elsewhere: what one of them tells the other arrives in its order, at a later time. */
class FarList {
  /** The text in the window. */
  shown = '';
  #value = '';
  readonly #listeners: ((value: string) => void)[] = [];
  readonly #toWindow: string[] = [];
  readonly #toList: (() => void)[] = [];
  readonly #hidden: (() => void)[] = [];

  get value(): string {
    return this.#value;
  }

  set value(value: string) {
    this.#value = value;
    this.#toWindow.push(value);
  }

  readonly onDidChangeValue = (listener: (value: string) => void) => {
    this.#listeners.push(listener);
    return { dispose: () => undefined };
  };

  readonly onDidHide = (listener: () => void) => {
    this.#hidden.push(listener);
    return { dispose: () => undefined };
  };

  /** Hides it. A listener that disposes of it keeps later ones from being called. */
  hide(): void {
    for (let listener = this.#hidden.shift(); listener; listener = this.#hidden.shift()) listener();
  }

  show(): void {
    this.shown = '';
  }

  dispose(): void {
    this.#hidden.length = 0;
  }

  /** Delivers a message to the window. Answers whether there was one. */
  toWindow(): boolean {
    const value = this.#toWindow.shift();
    if (value !== undefined && value !== this.shown) this.#becomes(value);
    return value !== undefined;
  }

  /** Delivers a message to the extension. */
  toList(): boolean {
    const message = this.#toList.shift();
    message?.();
    return message !== undefined;
  }

  /** Sends a message to the extension by way of the window, behind those that are on their way. */
  post(message: () => void): void {
    this.#toList.push(message);
  }

  type(key: string): void {
    this.#becomes(this.shown + key);
  }

  #becomes(value: string): void {
    this.shown = value;
    this.post(() => {
      this.#value = value;
      for (const listener of this.#listeners) listener(value);
    });
  }
}

describe('keys typed ahead', () => {
  it('go to the list that is about to open, and to no other command', async () => {
    const list = new FarList();
    strictEqual(keptForList('a'), false);
    await awaitingList(async () => {
      strictEqual(keptForList('c'), true);
      await Promise.resolve();
      showInput(list);
      list.onDidHide(() => list.dispose());
      strictEqual(keptForList('l'), true);
    });
    strictEqual(list.value, 'cl');
    strictEqual(keptForList('a'), true);
    strictEqual(list.value, 'cla');
    list.hide();
    strictEqual(keptForList('i'), false);
    strictEqual(list.value, 'cla');
  });

  it('are dropped where no list opened, also after an error', async () => {
    await awaitingList(() => keptForList('c'));
    strictEqual(keptForList('c'), false);
    const failed = await awaitingList(() => Promise.reject(new Error('no list'))).catch(() => 'failed');
    strictEqual(failed, 'failed');
    strictEqual(keptForList('c'), false);
  });

  it('stand in the list in the order in which they were typed, whatever messages cross', () => {
    const steps = fc.array(fc.constantFrom('type', 'window', 'list'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.nat(6), steps, (late, moves) => {
        const list = new FarList();
        const add = typedInto(list);
        let typed = '';
        const next = () => String.fromCodePoint(97 + (typed.length % 26));
        // Before the list has the keyboard, keys reach the extension as commands.
        for (let i = 0; i < late; i++) {
          const key = next();
          typed += key;
          list.post(() => add(key));
        }
        for (const move of moves) {
          if (move === 'window') list.toWindow();
          else if (move === 'list') list.toList();
          else {
            const key = next();
            typed += key;
            list.type(key);
          }
        }
        while (list.toList() || list.toWindow());
        strictEqual(list.shown, typed);
      }),
      trials(2000),
    );
  });
});
