// The smoke tests of the installed extension: what a person does with it in the first minutes, checked on the screen and on the disk.
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runQuietly } from '../host/processes.mjs';

/**
 * @typedef {object} Scene
 * @property {Awaited<ReturnType<typeof import('../host/driver.mjs').openWorkbench>>} app the window, with a copy of the sample archive
 * @property {boolean} web whether the extension runs in the web worker host, where git cannot be run
 * @property {string} connections the file that `record-connections.cjs` writes
 */

const text = 'archives/harbour-papers.txt';
const sidecar = `${text}.gloss.yaml`;

/** @type {[name: string, test: (scene: Scene) => Promise<void>][]} Each leaves the archive as it found it. */
export const steps = [
  ['a folder with an archive activates it', activates],
  ['the posts are listed by year', listsPosts],
  ['names are highlighted', highlights],
  ['resting on a name shows its card', showsCard],
  ['Go to Entity goes to the first mention', goesToEntity],
  ['tagging writes one record, and undo takes it back', tags],
  ['a fault in a sidecar is in Problems', findsProblems],
  ['the command line runs from where it is installed', runsCommandLine],
  ['git merges with the program that is installed', merges],
  ['nothing was asked of any other machine', staysHere],
  ['the console has no error of the extension', writesNoError],
];

async function activates(/** @type {Scene} */ { app }) {
  await app.runCommand('View: Show Postgloss');
  await app.page.locator('.pane-header', { hasText: 'Posts' }).waitFor();
}

async function listsPosts(/** @type {Scene} */ { app }) {
  const row = (/** @type {string} */ label) => app.page.locator('.pane .monaco-list-row', { hasText: label }).first();
  await row('harbour-papers').waitFor();
  await row('2018').waitFor();
  await row('The Bell Comes Home').waitFor();
}

async function highlights(/** @type {Scene} */ { app }) {
  await app.quickOpen('harbour-papers.txt');
  // The lines under the names: single under people, double under organizations.
  const lines = app.page.locator('.view-overlays [class*="ced-"]');
  await lines.first().waitFor({ state: 'attached' });
  const styles = await lines.evaluateAll((all) => all.map((line) => getComputedStyle(line).borderBottomStyle));
  ok(styles.includes('solid') && styles.includes('double'), `The lines are ${styles.join(', ')}.`);
}

async function showsCard(/** @type {Scene} */ { app }) {
  await app.hover('Veshnyak');
  // A slow machine shows first that it is still loading.
  const card = app.page.locator('.monaco-hover:visible', { hasText: 'Retired schoolteacher, reader of old hands' });
  await card.first().waitFor();
  await app.page.keyboard.press('Escape');
}

async function goesToEntity(/** @type {Scene} */ { app }) {
  await app.runCommand('Postgloss: Go to Entity…');
  await app.answer('karadschi');
  const before = read(app, text).split('Yusuf Karadji')[0] ?? '';
  const line = before.split('\n').length;
  await app.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col`) }).waitFor();
}

async function tags(/** @type {Scene} */ { app, web }) {
  const [letters, before] = [read(app, text), read(app, sidecar)];
  await app.quickOpen('harbour-papers.txt:1');
  await app.selectText('a little flat');
  await app.runCommand('Postgloss: Tag Passage…');
  await app.answer('question');
  await until(() => read(app, sidecar) !== before, 'The sidecar was not written.');
  const head = 'postgloss: 1\nannotations:\n';
  const rest = before.slice(head.length);
  const after = read(app, sidecar);
  ok(after.startsWith(head) && after.endsWith(rest), 'Other records were changed.');
  const record = after.slice(head.length, after.length - rest.length);
  const [, id = '', on = ''] = /id: (\w{8})\n[^]*on: "(\d{4}-\d\d-\d\d)"\n$/.exec(record) ?? [];
  deepStrictEqual(record.split('\n'), [
    `  - id: ${id}`,
    '    post: 2018-06-21/the-bell-comes-home',
    '    quote: a little flat',
    '    before: "It rang at noon on Wednesday,"',
    '    after: ", and every dog on the Old Quay"',
    '    tags:',
    '      - question',
    // Git, which knows who works here, is only there on a desktop or a server.
    ...(web ? [] : ['    by: Postgloss Sample']),
    `    on: "${on}"`,
    '',
  ]);
  await app.runCommand('Postgloss: Undo Annotation Change');
  await until(() => read(app, sidecar) === before, 'Undo did not bring the bytes of the sidecar back.');
  strictEqual(read(app, text), letters);
}

async function findsProblems(/** @type {Scene} */ { app }) {
  const before = read(app, sidecar);
  writeFileSync(join(app.folder, sidecar), before.replace('- question', '- no-such-tag'));
  await app.runCommand('Problems: Focus on Problems View');
  const row = app.page.locator('.markers-panel .monaco-list-row', { hasText: 'no-such-tag' }).first();
  await row.waitFor();
  writeFileSync(join(app.folder, sidecar), before);
  await row.waitFor({ state: 'detached' });
  await app.runCommand('View: Toggle Problems');
}

async function runsCommandLine(/** @type {Scene} */ { app }) {
  const posts = JSON.parse(await commandLine(app, 'posts', 'archives', '--json'));
  strictEqual(posts[0].title, 'The Bell Comes Home');
  const { version } = JSON.parse(readFileSync(join(extensionFolder(app), 'package.json'), 'utf8'));
  strictEqual((await commandLine(app, '--version')).trim(), version);
}

async function merges(/** @type {Scene} */ { app, web }) {
  const git = (/** @type {string[]} */ ...args) => runQuietly('git', args, { cwd: app.folder });
  if (web) await commandLine(app, 'setup-git');
  else await app.runCommand('Postgloss: Set Up Git Merging');
  const driver = () => run('git', ['config', 'merge.postgloss.driver'], { cwd: app.folder, quiet: true });
  await until(async () => (await driver()).code === 0, 'The merge program was not set up.');
  ok((await driver()).output.includes(extensionFolder(app)), 'Git was given another program.');
  await git('add', '.gitattributes');
  await git('commit', '--quiet', '--message', 'Merge annotations record by record');
  const before = read(app, sidecar);
  const change = async (/** @type {string} */ branch, /** @type {string} */ from, /** @type {string} */ to) => {
    await git('switch', '--quiet', ...(branch === 'main' ? [branch] : ['--create', branch]));
    writeFileSync(join(app.folder, sidecar), before.replace(from, to));
    await git('add', '--all');
    await git('commit', '--quiet', '--message', `Change a record on ${branch}`);
  };
  // Neighbouring lines, which git merges by lines into a conflict.
  await change('theirs', '      - question\n', '      - question\n      - to-check\n');
  await change('main', '    note: The receipt', '    note: Also, the receipt');
  await git('merge', '--quiet', '--no-edit', 'theirs');
  const merged = read(app, sidecar);
  ok(merged.includes('      - to-check\n    note: Also, the receipt'), merged);
}

async function staysHere(/** @type {Scene} */ { app, connections }) {
  const here = /^(127\.0\.0\.1|localhost|::1)$/;
  const own = new URL(app.origin).host;
  const foreign = app.requests.filter((url) => {
    const { protocol, host } = new URL(url.replace(/^blob:/, ''));
    return protocol.startsWith('http') && host !== own && !host.endsWith(`.${own}`);
  });
  deepStrictEqual(foreign, []);
  const lines = readFileSync(connections, 'utf8').split('\n').filter(Boolean);
  /** @type {{ process?: string, host?: string }[]} */
  const seen = lines.map((line) => JSON.parse(line));
  // What was not watched proves nothing.
  ok(
    seen.some(({ process }) => process?.includes('extensionHost')),
    `No extension host was watched, only ${seen.map(({ process }) => process).join('\n')}`,
  );
  deepStrictEqual(
    seen.filter(({ host }) => host !== undefined && !here.test(host)),
    [],
  );
}

async function writesNoError(/** @type {Scene} */ { app }) {
  // What an extension host writes as an error comes to the window's console too. Older ones write so of a folder that is looked for in vain.
  const looked = /\[node\.js fs\] readdir with filetypes failed with error: .*ENOENT/;
  const bad = app.messages.filter(
    (line) => /postgloss/i.test(line) && /\b(ERR|error|rejected|failed)\b/i.test(line) && !looked.test(line),
  );
  deepStrictEqual(bad, []);
}

/** The folder that the extension was installed into. */
function extensionFolder(/** @type {Scene['app']} */ app) {
  const [name] = readdirSync(join(app.data, 'extensions')).filter((entry) => entry.startsWith('postgloss.postgloss-'));
  return join(app.data, 'extensions', name ?? '');
}

/** What the installed command line prints. */
function commandLine(/** @type {Scene['app']} */ app, /** @type {string[]} */ ...args) {
  const bundle = join(extensionFolder(app), 'dist', 'cli.cjs');
  ok(existsSync(bundle), `${bundle} is missing.`);
  return runQuietly(process.execPath, [bundle, ...args], { cwd: app.folder });
}

const read = (/** @type {Scene['app']} */ app, /** @type {string} */ path) =>
  readFileSync(join(app.folder, path), 'utf8');

/** Waits for something on the disk. @param {() => boolean | Promise<boolean>} holds @param {string} otherwise */
async function until(holds, otherwise) {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(otherwise);
}
