// npm run test:core [-- --all] [--grep PATTERN] [FILE…]
//
// Runs the tests that need no editor, files side by side. After a change a person waits for them, so they take a twentieth of the random
// cases and leave slow tests out; with --all, as in `npm test`, they take everything. FILEs run one after the other, so that `it.only` can
// be used.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from './main.mjs';
import { root } from './paths.mjs';
import { run, tempFolder } from './processes.mjs';
import { readOutcome } from './results.mjs';

/** The share of the random cases in a run that is not of all. */
const quickShare = '0.05';

/** Files that take long come first: the last ones to run then leave no processor idle for long. */
const files = [
  'test/{cli,git,trials}/**/*.test.ts',
  'test/{core,desktop,faults,node,syntaxes}/**/*.test.ts',
  'test/packaging/*.test.mjs',
  'test/*.test.ts',
];

/** Tests that share the processors may take longer than they would alone; how long they keep them busy is limited in the tests. */
const sideBySide = ['--parallel', '--jobs', String(availableParallelism()), '--timeout', '60000'];

/**
 * Runs mocha, and counts.
 * @param {{ all?: boolean, grep?: string, only?: string[] }} [options] `only`: the files, as paths or globs
 * @returns {Promise<import('./results.mjs').Count>}
 */
export async function testCore({ all = false, grep, only = [] } = {}) {
  const outcome = join(tempFolder('core'), 'result.json');
  const { code } = await run(
    process.execPath,
    [
      join(root, 'node_modules/mocha/bin/mocha.js'),
      ...['--reporter', 'test/host/core-reporter.ts', '--reporter-option', `outcome=${outcome}`],
      ...(grep === undefined ? [] : ['--grep', grep]),
      ...(only.length > 0 ? only : [...sideBySide, ...files]),
    ],
    { cwd: root, env: { ...process.env, TRIALS: process.env.TRIALS ?? (all ? '1' : quickShare) } },
  );
  // Without an outcome mocha did not get as far as running tests, and has said why.
  if (code !== 0 && !existsSync(outcome)) throw new Error(`mocha ended with code ${code}.`);
  const count = readOutcome(outcome, 'core and CLI tests');
  if (code !== 0 && count.failed === 0) throw new Error(`mocha ended with code ${code}.`);
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { values, positionals } = parseArgs({
      options: { all: { type: 'boolean' }, grep: { type: 'string' } },
      allowPositionals: true,
    });
    return (await testCore({ ...values, only: positionals })).failed === 0;
  });
}
