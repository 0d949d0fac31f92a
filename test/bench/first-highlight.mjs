// Measures in the real VS Code how long after an editor shows its text the first highlights are there, and what a keystroke costs:
//
//   node --import=tsx test/bench/first-highlight.mjs
//
// The archive has one text of 1,000,000 code units and 5,000 spellings. Prints times; they are for people to read, and no test.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../host/driver.mjs';
import { tempFolder } from '../host/processes.mjs';
import { benchArchive } from './archive.ts';

const folder = join(tempFolder('bench'), 'archive');
mkdirSync(folder, { recursive: true });
for (const [path, text] of Object.entries(benchArchive(1_000_000, 5_000))) writeFileSync(join(folder, path), text);

/** @typedef {{ text?: number, highlight?: number }} Times when each was first seen, in milliseconds since the window opened */

const app = await openWorkbench({ folder });
try {
  await app.page.evaluate(() => {
    // A highlight is an inline decoration of an extension, whose class names begin so.
    const highlight = '.view-line [class*="ced-"][class*="TextEditorDecorationType"], .cdr[class*="ced-"]';
    /** @type {Times} */
    const times = {};
    Object.assign(window, { postglossTimes: times });
    const look = () => {
      if (!times.text && document.querySelector('.editor-instance .view-line span span'))
        times.text = performance.now();
      if (!times.highlight && document.querySelector(highlight)) times.highlight = performance.now();
      if (!times.highlight) requestAnimationFrame(look);
    };
    look();
  });
  await app.quickOpen('papers.txt');
  const times = await app.page.waitForFunction(() => {
    const { postglossTimes } = /** @type {Window & { postglossTimes?: Times }} */ (window);
    return postglossTimes?.highlight && postglossTimes;
  });
  const { text = 0, highlight = 0 } = (await times.jsonValue()) || {};
  console.log(`First highlights: ${Math.round(highlight - text)} ms after the text was there.`);
} finally {
  await app.close();
}
