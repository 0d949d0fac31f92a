// What test runs left behind, counted and told.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Reads the outcome that tests left, tells each failure with its stack, and counts.
 * No file and no test both count as a failure: a host that ran nothing must not look like one in which all is well.
 * @param {string} path @param {string} where @returns {Count}
 */
export function readOutcome(path, where) {
  if (!existsSync(path)) {
    console.log(`\n${where}: the run ended without an outcome.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  /** @type {import('../editor/support/reporter').Outcome} */
  const { tests } = JSON.parse(readFileSync(path, 'utf8'));
  const having = (/** @type {string} */ state) => tests.filter((test) => test.state === state);
  for (const { title, error } of having('failed'))
    console.log(`\n${where}: ${title}\n${indent(error ?? 'No error was given.')}`);
  const count = { passed: having('passed').length, failed: having('failed').length, skipped: having('skipped').length };
  console.log(`\n${where}: ${tell(count)}`);
  if (count.passed + count.failed > 0) return count;
  console.log(`${where}: no test ran, which counts as a failure.`);
  return { ...count, failed: 1 };
}

/** The sum of counts. */
export function sum(/** @type {Count[]} */ counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** A count in words. Skipped tests are told where there are any. */
export function tell(/** @type {Count} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? ` (${skipped} skipped)` : ''}`;
}

const indent = (/** @type {string} */ text) => text.replace(/^/gm, '  ');
