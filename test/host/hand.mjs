// Real keys and a real mouse for tests that run inside VS Code. They ask on the console, and find the answer in a file beside the workspace.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locate } from './driver.mjs';

/** The mark of the lines in which tests ask, as in test/editor/support/hand.ts. */
const mark = '[editor-hand] ';

/**
 * A function that sees the lines of the console, and does what tests ask for, one thing after the other.
 * @param {import('playwright-core').Page} page @param {string} folder the folder for the answers
 */
export function handOf(page, folder) {
  let last = Promise.resolve();
  return (/** @type {string} */ message) => {
    const at = message.indexOf(mark);
    if (at < 0) return;
    const { n, what, texts } = JSON.parse(message.slice(at + mark.length));
    last = last.then(async () => {
      const answer = await act(page, what, texts).then(
        (found) => ({ found: found ?? [] }),
        (error) => ({ error: String(error) }),
      );
      writeFileSync(join(folder, `hand-${n}.json`), JSON.stringify(answer));
    });
  };
}

/** @param {import('playwright-core').Page} page @param {string} what @param {string[]} texts @returns {Promise<string[] | void>} */
async function act(page, what, texts) {
  const [text = '', other = ''] = texts;
  switch (what) {
    case 'press':
      // Without a pause, as keys that are typed ahead come.
      for (const key of texts) await page.keyboard.press(key);
      return;
    case 'click row': {
      const row = page.locator('.pane .monaco-list-row', { hasText: text }).first();
      await row.click({ position: { x: 60, y: 10 }, timeout: 5000 });
      return;
    }
    case 'click text': {
      const { x, y } = await locate(page, text);
      await page.mouse.click(x, y);
      return;
    }
    case 'click':
      await page.locator(text).first().click({ timeout: 5000 });
      return;
    case 'drag text': {
      const [from, to] = [await locate(page, text), await locate(page, other)];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.left + 1, to.y, { steps: 8 });
      await page.mouse.up();
      return;
    }
    case 'look': {
      const all = await page.locator(text).all();
      const shown = await Promise.all(all.map(async (one) => ((await one.isVisible()) ? one.innerText() : null)));
      return shown.filter((one) => one !== null);
    }
    default:
      throw new Error(`The hand cannot ${what}.`);
  }
}
