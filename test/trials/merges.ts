import assert from 'node:assert/strict';
import { decideMerge } from '../../src/core/merge/decide';
import { makeFork, seeded, type Fork } from '../support/forks';
import { assertNothingLost, outcomes } from '../support/merge-laws';
import type { Figure, Trial } from './trial';

/** Random three-way merges as data, each held against what both sides said. */
export const merges: Trial = { name: 'merges', whole: 1_000_000, run: tryMerges };

/** The same without waiting: nothing in it has to be waited for. */
export function tryMerges(count: number, seed: number): Figure[] {
  const pick = seeded(20261121 + seed);
  const found = { records: 0, clean: 0, conflicts: 0, refused: 0, violations: 0 };
  let ms = 0;
  for (let n = 0; n < count; n++) {
    const fork = makeFork(pick);
    const { base, ours, theirs, shape } = fork;
    const start = performance.now();
    const decided = decideMerge(base, ours, theirs, shape);
    ms += performance.now() - start;
    if (!decided.ok) {
      found.refused++;
      continue;
    }
    const { decisions } = decided;
    found.records += decisions.records.length;
    found[decisions.conflicts === 0 ? 'clean' : 'conflicts']++;
    try {
      assertNothingLost(fork, outcomes(decisions, fork));
      if (n % 10 === 0) assertOneSided(fork);
    } catch (error) {
      if (found.violations++ < 3)
        console.error(error instanceof Error ? error.message : error, JSON.stringify(fork, asJson));
    }
  }
  const { records, clean, conflicts, refused, violations } = found;
  return [
    {
      what: `${count} random merges of ${records} records (${clean} clean, ${conflicts} with conflicts, ${refused} refused): lost, doubled or invented`,
      goal: '0',
      measured: String(violations),
      reached: violations === 0 && clean > 0 && (conflicts > 0 || count < 100),
    },
    { what: 'time per merge', goal: 'reported', measured: `${((1000 * ms) / count).toFixed(1)} µs`, reached: true },
  ];
}

/** What only one side changed comes out as it is. */
function assertOneSided({ base, ours, shape }: Fork): void {
  for (const [mine, yours] of [
    [ours, base],
    [base, ours],
    [ours, ours],
  ] as const) {
    const decided = decideMerge(base, mine, yours, shape);
    assert.ok(decided.ok && decided.decisions.conflicts === 0);
    const [result] = outcomes(decided.decisions, { shape, base, ours: mine, theirs: yours });
    assert.deepEqual(result.records, ours.records);
  }
}

function asJson(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value;
}
