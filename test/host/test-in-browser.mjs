// Runs the editor tests in VS Code for the browser.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { testBundle } from './build.mjs';
import { launchChromium } from './chromium.mjs';
import { handOf } from './hand.mjs';
import { out } from './paths.mjs';
import { readOutcome } from './results.mjs';
import { quietSettings, webSettings } from './settings.mjs';
import { consoleWatcher, testFolder } from './test-folder.mjs';
import { startServer } from './vscode-server.mjs';

/**
 * Runs the tests of one kind of extension host.
 * @param {import('./build.mjs').Kind} kind @param {{ grep?: string | undefined, timeout: number }} options
 */
export async function testInBrowser(kind, { grep, timeout }) {
  const { workspace, outcome } = await testFolder(kind, { grep, hand: true });
  const server = await startServer({ settings: { ...quietSettings, ...(kind === 'web' ? webSettings : {}) } });
  const browser = await launchChromium();
  const watcher = consoleWatcher();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (message) => watcher.see(message.text()));
    const hand = handOf(page, dirname(workspace));
    page.on('console', (message) => hand(message.text()));
    // VS Code calls these two functions, where a page has them, when extension tests write and end.
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', () => resolve(true)));
    await page.goto(server.address({ folder: workspace, tests: testBundle(kind) }));
    if (!(await Promise.race([ended, after(timeout)]))) {
      console.log(`The tests did not end within ${timeout / 1000} s.`);
      const picture = join(out, `hung-${kind}.png`);
      mkdirSync(out, { recursive: true });
      await page.screenshot({ path: picture, timeout: 10_000 }).catch(() => undefined);
      console.log(`What the window showed: ${picture}`);
      watcher.tellOthers();
    }
  } finally {
    await browser.close();
    server.stop();
  }
  const count = readOutcome(outcome, `editor tests, ${kind}`);
  if (count.passed + count.failed === 0) watcher.tellOthers();
  return count;
}

function after(/** @type {number} */ milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false).unref());
}
