// node test/host/messages.mjs [--screenshots FOLDER]
//
// Opens an archive of a stranger in the extension as people have it, where notifications show: names, quotes, tags, paths, an author and
// a hook of git hold links to commands and icons. Runs commands that tell of them, and looks in the window for links and icons that came
// of these texts. The last line is the outcome as JSON.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main } from './main.mjs';
import { openInstalled, packExtension } from './installed.mjs';
import { runQuietly, tempFolder } from './processes.mjs';

/** Runs a harmless command; VS Code makes a link of it wherever it reads links. */
const LINK = '[Undo](command:editor.action.fontZoomIn)';
/** With an icon that neither VS Code nor the extension shows here, and characters that reverse what follows. */
const HOSTILE = `${LINK} $(squirrel) \u202eLind`;
const NAME = JSON.stringify(HOSTILE);

/** @typedef {{ text: string, href: string, step: string }} Found a link or an icon that came of a stranger’s text */
/** @typedef {{ messages: string[], links: Found[], icons: Found[], skipped: string[] }} Outcome */

async function writeArchive() {
  const folder = join(tempFolder('messages'), LINK);
  const write = (/** @type {string} */ path, /** @type {string} */ text) => writeFileSync(join(folder, path), text);
  mkdirSync(join(folder, 'archives'), { recursive: true });
  write('postgloss.yaml', "postgloss: 1\narchives:\n  - files: 'archives/**/*.txt'\ntags:\n  - id: claim\n");
  write(
    'entities.gloss.yaml',
    `postgloss: 1
entities:
  - id: mara
    name: ${NAME}
    type: ${NAME}
    aliases:
      - Mara Lind
    description: ${NAME}
    links:
      ${NAME}: https://example.org@other.example/
  - id: oran
    name: ${JSON.stringify(`${HOSTILE} Oran`)}
    type: person
    aliases:
      - Qasim Oran
`,
  );
  const text = `The first post\n\nCoastal Review, Jo Berg, 2016-05-04\n\nMara Lind went home. Qasim Oran stayed. She said ${LINK} $(squirrel) to him.\n`;
  const record = (/** @type {string} */ id) =>
    `postgloss: 1\nannotations:\n  - id: ${id}\n    quote: ${JSON.stringify(`${LINK} $(squirrel)`)}\n    tags:\n      - claim\n      - ${NAME}\n    note: ${NAME}\n    by: ${NAME}\n`;
  write('archives/a.txt', text);
  write('archives/a.txt.gloss.yaml', record('h4rb0ur1'));
  // A sidecar whose text is gone.
  write(`archives/${LINK} $(squirrel).txt.gloss.yaml`, record('h4rb0ur2'));
  const git = (/** @type {string[]} */ ...args) => runQuietly('git', args, { cwd: folder });
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'user.name', HOSTILE);
  await git('config', 'user.email', 'sample@postgloss.invalid');
  await git('config', 'commit.gpgsign', 'false');
  await git('add', '--all');
  await git('commit', '--quiet', '--no-verify', '--message', HOSTILE);
  const hook = join(folder, '.git', 'hooks', 'pre-commit');
  mkdirSync(join(folder, '.git', 'hooks'), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\nprintf '%s\\n' '${HOSTILE}' 'A second line ${LINK}' >&2\nexit 1\n`);
  chmodSync(hook, 0o755);
  return folder;
}

/** What is in the window now: messages, and links and icons outside of the editor’s text that came of a stranger’s. */
const look = () => {
  const messages = [
    ...document.querySelectorAll('.notification-list-item-message, .monaco-dialog-box .dialog-message-text'),
  ];
  const places =
    '.notification-list-item, .monaco-dialog-box, .quick-input-widget, .part.statusbar, .part.sidebar, .monaco-hover';
  // A list that was closed stays in the window, unseen: VS Code’s own list of files draws the icons in their names.
  const inside = (/** @type {string} */ selector) =>
    places
      .split(', ')
      .flatMap((place) => [...document.querySelectorAll(`${place} ${selector}`)])
      .filter((element) => element.checkVisibility());
  const tell = (/** @type {Element} */ element) => ({
    text: element.textContent ?? '',
    href: element.getAttribute('href') ?? element.getAttribute('data-href') ?? element.className,
  });
  return {
    messages: messages.map((element) => element.textContent ?? ''),
    links: [
      ...[...document.querySelectorAll('.notification-list-item-message a')].map(tell),
      ...inside('a')
        .map(tell)
        .filter(({ href }) => href.includes('fontZoomIn') || href.includes('other.example')),
    ],
    icons: inside('.codicon-squirrel').map(tell),
  };
};

/** @returns {Promise<Outcome>} */
async function tryMessages(/** @type {string | undefined} */ screenshots) {
  const folder = await writeArchive();
  const vsix = await packExtension();
  // VS Code’s own Git extension draws the author’s icons.
  const settings = { 'git.blame.statusBarItem.enabled': false };
  const app = await openInstalled({ vsix, folder, settings, ...(screenshots ? { screenshots } : {}) });
  const { page } = app;
  /** @type {Outcome} */
  const outcome = { messages: [], links: [], icons: [], skipped: [] };
  const see = async (/** @type {string} */ step) => {
    const found = await page.evaluate(look);
    for (const text of found.messages) if (!outcome.messages.includes(text)) outcome.messages.push(text);
    outcome.links.push(...found.links.map((link) => ({ ...link, step })));
    outcome.icons.push(...found.icons.map((icon) => ({ ...icon, step })));
    if (screenshots) await app.screenshot(step.toLowerCase().replace(/[^a-z]+/g, '-'));
  };
  const button = (/** @type {string} */ label) =>
    page
      .locator('.monaco-dialog-box .monaco-button, .notification-list-item .monaco-button')
      .filter({ hasText: label })
      .first();
  /** A step that shows something; a step that cannot be done is named in the outcome, and the next one begins afresh. */
  const step = async (/** @type {string} */ name, /** @type {() => Promise<unknown>} */ act) => {
    try {
      await act();
      await page.waitForTimeout(1200);
      await see(name);
    } catch (error) {
      outcome.skipped.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      if (screenshots) await app.screenshot(`skipped-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  };
  const command = (/** @type {string} */ title) => app.runCommand(`Postgloss: ${title}`);
  const at = async (/** @type {string} */ text) => {
    await app.quickOpen('a.txt');
    await app.selectText(text);
  };
  try {
    await app.runCommand('View: Show Postgloss');
    await app.quickOpen('a.txt');
    await page.waitForTimeout(2000);
    await step('Views', () => Promise.resolve());
    await step('Card', () => app.hover('Mara Lind'));
    await step('Set up archive', () => command('Set Up Archive in This Folder…'));
    await step('Delete annotation', async () => {
      await at('She said');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await command('Delete Annotation');
    });
    await step('Undo', () => command('Undo Annotation Change'));
    await step('Go to entity', () => command('Go to Entity…'));
    await step('Remove alias', async () => {
      await at('Qasim Oran');
      await command('Remove Alias…');
    });
    await step('Merge entity', async () => {
      await at('Qasim Oran');
      await command('Merge Entity into Another…');
    });
    await step('Change type', async () => {
      await at('Mara Lind');
      await command('Change Type of Entity…');
      await app.answer(`${LINK} $(squirrel)`);
    });
    await step('Rename entity', async () => {
      await at('Mara Lind');
      await command('Rename Entity…');
    });
    await step('History of an entity', async () => {
      await at('Qasim Oran');
      await command('Show History of Entity');
      await page.waitForTimeout(1500);
    });
    await step('Entity page', async () => {
      await at('Qasim Oran');
      await command('Open Entity Page');
    });
    await step('Changes since nowhere', async () => {
      await app.quickOpen('a.txt');
      await command('What Changed Since…');
      await page.waitForTimeout(1500);
      await page.keyboard.type(`${LINK} $(squirrel)`);
      await see('Changes since');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1500);
    });
    await step('New entity', async () => {
      await at('Qasim Oran');
      await command('New Entity from Selection…');
    });
    await step('Move sidecar', async () => {
      await command('Move Sidecar to Its Text…');
      await page.waitForTimeout(800);
      await see('Stray sidecars');
      await page.keyboard.press('Enter');
    });
    await step('Delete entity, asked', async () => {
      await at('Mara Lind');
      await command('Delete Entity…');
      await button('Delete').waitFor();
      await see('Delete entity, question');
      await button('Delete').click();
      await page.locator('.notification-list-item-message').first().waitFor();
    });
    await step('Commit refused by a hook', async () => {
      await command('Commit Annotations…');
      await page.locator('.quick-input-widget input.input').first().waitFor();
      await see('Commit, question');
      await page.keyboard.press('Enter');
      await button('Show All').waitFor();
      await see('Commit refused, short');
      await button('Show All').click();
      await page.locator('.monaco-dialog-box').waitFor();
    });
    await step('Notifications', () => app.runCommand('Notifications: Show Notifications'));
    if (screenshots) {
      for (const theme of /** @type {const} */ (['light', 'hc-dark'])) {
        await app.setTheme(theme);
        await app.runCommand('Notifications: Show Notifications');
        await app.screenshot(`notifications-${theme}`);
      }
    }
  } finally {
    await app.close();
  }
  return outcome;
}

await main(async () => {
  const { values } = parseArgs({ options: { screenshots: { type: 'string' } } });
  const outcome = await tryMessages(values.screenshots);
  for (const text of outcome.messages) console.log(`message: ${text}`);
  for (const text of outcome.skipped) console.log(`skipped: ${text}`);
  console.log(JSON.stringify(outcome));
  return outcome.links.length + outcome.icons.length + outcome.skipped.length === 0;
});
