// npm run package [-- --out FILE]
//
// Packs the extension as a .vsix, by default into the root of the checkout. The same files give the same bytes, wherever and whenever.
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from '../test/host/main.mjs';
import { root } from '../test/host/paths.mjs';
import { removeFolder, runQuietly, tempFolder } from '../test/host/processes.mjs';

/** What is packed besides the bundles; `.vscodeignore` chooses among it. */
const parts = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', 'media', 'syntaxes'];

/** The first second that a zip file can name, in seconds since 1970: every file in the package says this time. */
const earliest = Date.UTC(1980, 0, 1) / 1000;

/**
 * The readme as it can be read apart from the checkout, in VS Code's page of the extension: without the pictures and links that lead into
 * the checkout. Once package.json names a public repository, vsce can make them lead there instead.
 */
export const readmeApart = (/** @type {string} */ readme) =>
  readme
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, '')
    .replace(/(?<!!)\[([^\]]*)\]\((?!https:|mailto:|#)[^)]*\)/g, '$1');

/**
 * Packs the extension, apart from the checkout: its `dist` may hold bundles that are no longer built, or that tests are about to run.
 * @param {string} vsix the path of the package, which is overwritten
 */
export async function pack(vsix) {
  const stage = tempFolder('stage');
  for (const part of parts) cpSync(join(root, part), join(stage, part), { recursive: true });
  const readme = join(stage, 'README.md');
  writeFileSync(readme, readmeApart(readFileSync(readme, 'utf8')));
  await runQuietly(process.execPath, [join(root, 'esbuild.mjs'), '--minify', '--out', join(stage, 'dist')]);
  // A zip file keeps who may write a file, which differs between people.
  for (const { parentPath, name } of readdirSync(stage, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )) {
    chmodSync(join(parentPath, name), 0o644);
  }
  const vsce = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  // A zip file holds local times.
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(earliest), TZ: 'UTC' };
  await runQuietly(process.execPath, [vsce, ...args, '--out', vsix], { cwd: stage, env });
  removeFolder(stage);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { values } = parseArgs({ options: { out: { type: 'string', default: `postgloss-${version}.vsix` } } });
    const vsix = resolve(values.out);
    await pack(vsix);
    console.log(`Packed ${vsix}`);
  });
}
