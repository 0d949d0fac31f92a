// npm test [-- --host desktop|browser]
//
// Everything that must hold, in order, on a machine with Node and git alone. Stops at the first step that fails.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPackage } from '../../packaging/check.mjs';
import { buildExtension } from './build.mjs';
import { testCore } from './core.mjs';
import { testEditor } from './editor.mjs';
import { install } from './install.mjs';
import { main } from './main.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';
import { sum } from './results.mjs';

/** @typedef {import('./results.mjs').Count} Count */

const { values: options } = parseArgs({ options: { host: { type: 'string' } } });

/** @type {[name: string, work: () => Promise<Count | void>][]} */
const steps = [
  ['install', install],
  ['format', () => tool('prettier/bin/prettier.cjs', '--check', '.')],
  ['lint and types', lintAndTypes],
  ['build', buildExtension],
  ['package', checkPackage],
  ['core and CLI tests', () => testCore({ all: true })],
  ['editor tests', () => testEditor(options)],
];

await main(async () => {
  /** @type {Count[]} */
  const counts = [];
  const broken = await firstBroken(counts);
  const { passed, failed, skipped } = sum(counts);
  if (broken) console.log(`\nStopped: ${broken} failed.`);
  if (skipped) console.log(`\n${skipped} skipped`);
  // A step that failed without failing tests, as lint does, counts as one failure: the line must not read as success.
  console.log(`\n${passed} passed, ${broken ? Math.max(failed, 1) : failed} failed`);
  return !broken;
});

/** Takes the steps in order, collecting the counts of those that run tests, and names the first that fails. */
async function firstBroken(/** @type {Count[]} */ counts) {
  for (const [name, work] of steps) {
    console.log(`\n── ${name}`);
    const started = Date.now();
    const well = await work().then(
      (count) => {
        if (count) counts.push(count);
        return !count?.failed;
      },
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        return false;
      },
    );
    console.log(`── ${name}: ${well ? 'done' : 'FAILED'} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
    if (!well) return name;
  }
  return undefined;
}

/** Side by side, as each of them keeps one processor busy. Both end before a failure is told. */
async function lintAndTypes() {
  const ended = await Promise.allSettled([lint(), checkTypes()]);
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

async function lint() {
  await tool('eslint/bin/eslint.js', '.');
  // Hints are about entries of its configuration that mean nothing any more.
  await tool('knip/bin/knip.js', '--treat-config-hints-as-errors');
}

async function checkTypes() {
  await tool('typescript/bin/tsc', '-p', '.');
  // The scripts are plain modules, with types in comments, as they run before anything is installed.
  await tool('typescript/bin/tsc', '-p', 'tsconfig.scripts.json');
}

/** Runs a development dependency's program, without the shell that npx would need. */
async function tool(/** @type {string} */ path, /** @type {string[]} */ ...args) {
  const { code } = await run(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root });
  if (code !== 0) throw new Error(`It ended with code ${code}.`);
}
