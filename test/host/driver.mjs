// Looks at the running extension: opens a VS Code in a browser without a window, does what a person would, takes pictures.
//
//   import { openWorkbench } from './test/host/driver.mjs';
//   const app = await openWorkbench({ theme: 'hc-dark', screenshots: 'pictures' });
//   await app.quickOpen('letters.md');
//   await app.hover('Anna');
//   await app.screenshot('hover');
//   await app.close();
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildExtension } from './build.mjs';
import { launchChromium } from './chromium.mjs';
import { out } from './paths.mjs';
import { tempFolder } from './processes.mjs';
import { quietSettings, webSettings } from './settings.mjs';
import { startServer } from './vscode-server.mjs';
import { fillWithSample } from './workspace.mjs';

/** The themes that VS Code brings, one of each kind that an extension has to look right in, with the class of their window. */
const themes = {
  dark: { label: 'Dark Modern', mark: 'vs-dark' },
  light: { label: 'Light Modern', mark: 'vs' },
  'hc-dark': { label: 'Dark High Contrast', mark: 'hc-black' },
  'hc-light': { label: 'Light High Contrast', mark: 'hc-light' },
};

/** How long any one thing may take. */
const patience = 30_000;

/**
 * @typedef {object} Options
 * @property {string} [folder] opened itself; without it, a temp copy of the sample archive
 * @property {keyof typeof themes} [theme]
 * @property {Record<string, unknown>} [settings] the person's settings
 * @property {number} [width]
 * @property {number} [height]
 * @property {number} [scale] pixels of a picture for each pixel of the window
 * @property {boolean} [web] the web worker extension host in place of the Node one
 * @property {boolean} [trust] false for Restricted Mode, with VS Code's question about it
 * @property {string} [vsix] a package to install in place of the checkout; notifications then show in the corner
 * @property {import('./vscode-server.mjs').Release} [release] the VS Code; the newest by default
 * @property {NodeJS.ProcessEnv} [env] more variables for the server
 * @property {boolean} [build] false to take the bundles as they are
 * @property {string} [screenshots] the folder of the pictures
 */

/** @typedef {Window & { driver?: { whenWorkbenchRestored(): Promise<void> } }} DrivenWindow VS Code's, with its flag for tests */

/** Opens a folder in VS Code with the extension, and waits until it can be worked with. */
export async function openWorkbench(/** @type {Options} */ options = {}) {
  const { theme = 'dark', width = 1280, height = 800, scale = 1, screenshots = join(out, 'screenshots') } = options;
  if (options.build !== false && !options.vsix) await buildExtension();
  const folder = options.folder ? resolve(options.folder) : await sampleFolder();
  // The browser's own wish for dark or light must not override the theme.
  const steady = { 'window.autoDetectColorScheme': false, 'window.autoDetectHighContrast': false };
  const settings = { ...quietSettings, ...steady, ...(options.web ? webSettings : {}), ...options.settings };
  const { vsix, release, env } = options;
  const server = await startServer({ trust: options.trust ?? true, settings, vsix, release, env });
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  /** @type {string[]} */
  const messages = [];
  page.on('console', (message) => messages.push(message.text()));
  /** @type {string[]} */
  const requests = [];
  context.on('request', (request) => requests.push(request.url()));
  const close = async () => {
    await browser.close();
    server.stop();
  };
  const app = {
    page,
    folder,
    /** What VS Code and the extension wrote to the console. */
    messages,
    /** The addresses that the window and its workers have asked for. */
    requests,
    /** The folder that the server keeps its data in: `extensions`, and `server` with its logs. */
    data: server.data,
    origin: server.origin,
    close,
    ...actions(page),
    /** Takes a picture of the window, or of the part that a selector names, and gives its path. */
    screenshot: async (/** @type {string} */ name, /** @type {string} */ selector = '') => {
      mkdirSync(screenshots, { recursive: true });
      const path = join(screenshots, `${name}.png`);
      await settle(page);
      await (selector ? page.locator(selector).first() : page).screenshot({ path });
      return path;
    },
  };
  try {
    // VS Code asks for a reload when a setting of the person comes later than it likes; nobody here needs that.
    const reload = page.locator('.monaco-dialog-box', { hasText: 'requires a reload' });
    await page.addLocatorHandler(reload, () => reload.getByRole('button', { name: 'Cancel' }).click());
    await page.goto(server.address({ folder }));
    await ready(page, options.vsix === undefined);
    // A theme in the settings would come too late: in the browser VS Code chooses its first theme before it reads them.
    await app.setTheme(theme);
    return app;
  } catch (error) {
    await app.screenshot('not-ready').catch(() => undefined);
    await close();
    throw error;
  }
}

/** What a person does, on any open window. */
function actions(/** @type {import('playwright-core').Page} */ page) {
  const input = page.locator('.quick-input-widget:not([style*="display: none"]) input.input');
  const rows = page.locator('.quick-input-list .monaco-list-row');

  /** Types into the quick input that a key opens, and gives the first row when the list has answered. */
  const ask = async (/** @type {string} */ key, /** @type {string} */ text) => {
    // Escape takes a selection away, so it is pressed only where an input is still open.
    if (await input.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press(key);
    await input.waitFor();
    await input.fill(text);
    return rows.first();
  };

  /** Runs a command by its title in the palette, as in `Postgloss: Find` or `View: Show Explorer`. */
  const runCommand = async (/** @type {string} */ title) => {
    await ask('F1', `>${title}`);
    const exact = rows.filter({ has: page.getByText(title, { exact: true }) }).first();
    const row = await exact.waitFor({ timeout: 5000 }).then(
      () => exact,
      () => rows.first(),
    );
    const label = (await row.getAttribute('aria-label')) ?? '';
    if (!label.toLowerCase().includes(title.toLowerCase())) {
      await page.keyboard.press('Escape');
      throw new Error(`There is no command “${title}”; the nearest is “${label}”.`);
    }
    await row.click();
    await settle(page);
  };

  return {
    runCommand,
    /** Opens a file of the workspace by its name or path, `name:line` to go to a line. */
    quickOpen: async (/** @type {string} */ file) => {
      const row = await ask('Control+P', file);
      const name = (file.split(/[\\/]/).pop() ?? file).replace(/:\d.*$/, '');
      await row.filter({ hasText: name }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
      await settle(page);
    },
    /** Rests the pointer on a text in the editor until its hover shows, and gives the hover's text. */
    hover: async (/** @type {string} */ text) => {
      const { x, y } = await locate(page, text);
      const shown = page.locator('.monaco-hover:visible').first();
      // The first rest may come before a provider is registered.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await page.mouse.move(x, y + 60);
        await page.mouse.move(x, y, { steps: 4 });
        if (
          await shown.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          )
        )
          return shown.innerText();
      }
      throw new Error(`No hover came for “${text}”.`);
    },
    /** Double-clicks a text in the editor, which selects its word. */
    selectWord: async (/** @type {string} */ text) => {
      const { x, y } = await locate(page, text);
      await page.mouse.dblclick(x, y);
    },
    /** Selects a whole text in the editor by dragging over it. It has to be within one line of the screen. */
    selectText: async (/** @type {string} */ text) => {
      const { left, right, y } = await locate(page, text);
      await page.mouse.move(left + 1, y);
      await page.mouse.down();
      await page.mouse.move(right, y, { steps: 5 });
      await page.mouse.up();
    },
    /** Types into the quick input that a command has opened, and confirms it. */
    answer: async (/** @type {string} */ text) => {
      await input.waitFor();
      await input.fill(text);
      await settle(page);
      await page.keyboard.press('Enter');
      await settle(page);
    },
    /** Changes the theme. */
    setTheme: async (/** @type {keyof typeof themes} */ name) => {
      const { label, mark } = themes[name];
      await runCommand('Preferences: Color Theme');
      await input.fill(label);
      await rows
        .filter({ has: page.getByText(label, { exact: true }) })
        .first()
        .click();
      await page.locator(`.monaco-workbench.${mark}`).waitFor();
      await settle(page);
    },
    /** Closes what VS Code has to say in the corner. */
    dismissNotifications: async () => {
      const closer = page.locator('.notification-toast .codicon-notifications-clear');
      for (let left = await closer.count(); left > 0; left -= 1) {
        await page.locator('.notification-toast').first().hover();
        await closer.first().click();
      }
    },
    /** The frame inside of a webview, the newest where there are several. */
    webview: async () => {
      await page.locator('iframe.webview.ready').last().waitFor();
      const inner = page.locator('iframe.webview.ready').last().contentFrame().locator('iframe#active-frame');
      await inner.waitFor();
      return inner.contentFrame();
    },
  };
}

/**
 * Where a text is on the screen. VS Code cuts a line into spans at every colour, so the text is looked for in whole lines,
 * and its place is measured letter by letter.
 * @param {import('playwright-core').Page} page @param {string} text
 */
export async function locate(page, text) {
  const find = (/** @type {string} */ wanted) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      const walker = document.createTreeWalker(line, 4);
      /** @type {[Node, number][]} */
      const letters = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const part = (node.textContent ?? '').replaceAll('\u00a0', ' ');
        for (let index = 0; index < part.length; index += 1) letters.push([node, index]);
        all += part;
      }
      const at = all.indexOf(wanted);
      const [first, last] = [letters[at], letters[at + wanted.length - 1]];
      if (at < 0 || !first || !last) continue;
      const range = document.createRange();
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2, left: box.left, right: box.right };
    }
    return undefined;
  };
  const handle = await page.waitForFunction(find, text, { timeout: 8000 }).catch(() => {
    throw new Error(`The visible part of the editor does not show “${text}”.`);
  });
  const place = await handle.jsonValue();
  if (!place) throw new Error(`“${text}” has gone.`);
  return place;
}

/**
 * Waits until the workbench stands, its extension host has the extensions, and the corner is clear.
 * @param {import('playwright-core').Page} page @param {boolean} driven whether the server has its flag for tests
 */
async function ready(page, driven) {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 2 * patience });
  const restored = () => /** @type {DrivenWindow} */ (window).driver?.whenWorkbenchRestored().then(() => true);
  if (driven) await page.waitForFunction(restored, undefined, { timeout: 2 * patience });
  await page.waitForFunction(() => window.performance.getEntriesByName('code/didLoadExtensions').length > 0);
  await page.locator('.statusbar-item', { hasText: 'Activating Extensions' }).waitFor({ state: 'detached' });
  await settle(page);
}

/** Waits until nothing has been drawn anew for a moment, as far as can be seen from outside. */
async function settle(/** @type {import('playwright-core').Page} */ page) {
  await page
    .locator('.monaco-progress-container.active')
    .first()
    .waitFor({ state: 'hidden' })
    .catch(() => undefined);
  await page.waitForTimeout(300);
}

async function sampleFolder() {
  const folder = join(tempFolder('driver'), 'sample');
  await fillWithSample(folder);
  return folder;
}
