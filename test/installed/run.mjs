// npm run test:vsix [-- --only newest|oldest|web] [--vsix FILE]
//
// Packs the extension, installs the package into VS Code as people do, and tries it there: in the newest VS Code that the tests know, in the
// oldest that package.json allows, and in the web worker host.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from '../host/install.mjs';
import { main } from '../host/main.mjs';
import { out, root } from '../host/paths.mjs';
import { tempFolder } from '../host/processes.mjs';
import { sum, tell } from '../host/results.mjs';
import { steps } from './steps.mjs';

/** @typedef {import('../host/results.mjs').Count} Count */

/** @type {Record<string, Partial<import('../host/driver.mjs').Options>>} */
const hosts = { newest: {}, oldest: { release: 'oldest' }, web: { web: true } };

/**
 * Runs the smoke tests in one host.
 * @param {string} name @param {string} vsix @returns {Promise<Count>}
 */
async function tryHost(name, vsix) {
  const { openInstalled } = await import('../host/installed.mjs');
  const connections = join(tempFolder('connections'), 'connections');
  writeFileSync(connections, '');
  const preload = `--require ${JSON.stringify(join(root, 'test', 'installed', 'record-connections.cjs'))}`;
  // VS Code itself would ask the shop about the extensions that are installed.
  const env = { NODE_OPTIONS: preload, CONNECTIONS: connections, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  const app = await openInstalled({ ...hosts[name], vsix, env, screenshots: join(out, 'installed') });
  const count = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const [at, [what, test]] of steps.entries()) {
      try {
        await test({ app, web: name === 'web', connections });
        count.passed += 1;
        console.log(`  ✔ ${what}`);
      } catch (error) {
        count.failed += 1;
        console.log(`  ✘ ${what}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        console.log(`What the window showed: ${await app.screenshot(`${name}-${at}`)}`);
      }
    }
  } finally {
    await app.close();
  }
  return count;
}

await main(async () => {
  const text = /** @type {const} */ ({ type: 'string' });
  const { only, vsix: given } = parseArgs({ options: { only: text, vsix: text } }).values;
  if (only && !(only in hosts)) throw new Error(`--only is one of ${Object.keys(hosts).join(', ')}, not ${only}.`);
  await install();
  mkdirSync(out, { recursive: true });
  const { packExtension } = await import('../host/installed.mjs');
  const vsix = given ? resolve(given) : await packExtension();
  const counts = [];
  for (const name of only ? [only] : Object.keys(hosts)) {
    console.log(`\nThe installed extension, ${name}`);
    const count = await tryHost(name, vsix);
    console.log(`${name}: ${tell(count)}`);
    counts.push(count);
  }
  const all = sum(counts);
  console.log(`\n${tell(all)}`);
  return all.failed === 0;
});
