import { Uri, workspace } from 'vscode';
import { AssertionError } from './assert';
import { folder } from './workspace';

// Real keys and a real mouse, where a browser shows the window: the script that started the tests does what they ask for on the console.

const mark = '[editor-hand] ';

let asked = 0;
let skips = false;

/** Says that nobody is there who presses keys: tests that ask for them are then skipped. */
export function skipHandTests(): void {
  skips = true;
}

/** `describe` for tests with real keys. */
export function describeByHand(title: string, tests: () => void): void {
  describe(title, function () {
    this.timeout(180_000);
    // Keys and clicks reach a window that may still be drawing. A fault shows each time, a lost key does not.
    this.retries(2);
    before(function () {
      if (skips) this.skip();
    });
    tests();
  });
}

/** Presses keys without a pause, named as Playwright names them: `t`, `Shift+S`, `Control+z`. Answers when the window has them. */
export async function press(...keys: string[]): Promise<void> {
  await ask('press', keys);
}

/** Presses the key of each letter of a word, without a pause. */
export async function type(word: string): Promise<void> {
  await ask('press', word.split(''));
}

/** Clicks on the first row of a view that has a text. */
export async function clickRow(text: string): Promise<void> {
  await ask('click row', [text]);
}

/** Clicks into the middle of a text that the editor shows. */
export async function clickText(text: string): Promise<void> {
  await ask('click text', [text]);
}

/** Clicks on what a selector of the window finds. */
export async function click(selector: string): Promise<void> {
  await ask('click', [selector]);
}

/** Drags the selection that is at a text to before another text. */
export async function dragText(from: string, to: string): Promise<void> {
  await ask('drag text', [from, to]);
}

/** The texts of all that a selector of the window finds and that is visible. */
export async function look(selector: string): Promise<string[]> {
  return ask('look', [selector]);
}

async function ask(what: string, texts: string[]): Promise<string[]> {
  const n = ++asked;
  console.log(mark + JSON.stringify({ n, what, texts }));
  const answer = Uri.joinPath(folder().uri, '..', `hand-${n}.json`);
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    try {
      const text = new TextDecoder().decode(await workspace.fs.readFile(answer));
      const { found, error } = JSON.parse(text) as { found?: string[]; error?: string };
      if (error !== undefined) throw new AssertionError(error);
      return found ?? [];
    } catch (error) {
      if (error instanceof AssertionError) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  throw new AssertionError(`Nobody did “${what} ${texts.join(' ')}”`);
}
