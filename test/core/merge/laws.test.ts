import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeFork, type Fork } from '../../support/forks';
import { assertNothingLost, decide, outcome, outcomes, saidByFile } from '../../support/merge-laws';
import { trials } from '../../support/trials';

// The laws of a merge, over decisions alone. A benchmark tries them a million times.

const fork: fc.Arbitrary<Fork> = fc.gen().map((g) => makeFork((limit) => g(fc.nat, limit - 1)));

describe('decideMerge', () => {
  it('takes what only one side changed', () => {
    fc.assert(
      fc.property(fork, ({ base, ours, shape }) => {
        const nothing = { shape, base, ours: base, theirs: base };
        for (const sides of [
          { ...nothing, ours },
          { ...nothing, theirs: ours },
          { ...nothing, ours, theirs: ours },
        ]) {
          const decisions = decide(sides);
          assert.equal(decisions?.conflicts, 0);
          assert.deepEqual(saidByFile(outcome(decisions, sides, 'ours')), saidByFile(ours));
        }
      }),
      trials(1500),
    );
  });

  it('D1, D2, D3, D4: loses, doubles and invents nothing', () => {
    fc.assert(
      fc.property(fork, (sides) => {
        const decisions = decide(sides);
        if (decisions) assertNothingLost(sides, outcomes(decisions, sides));
      }),
      trials(3000),
    );
  });

  it('comes to the same from both directions, up to order', () => {
    fc.assert(
      fc.property(fork, (sides) => {
        const back = { ...sides, ours: sides.theirs, theirs: sides.ours };
        const [there, other] = [decide(sides), decide(back)];
        assert.equal(there?.conflicts, other?.conflicts);
        if (!there || !other) return;
        for (const [side, opposite] of [['ours', 'theirs'] as const, ['theirs', 'ours'] as const]) {
          const a = saidByFile(outcome(there, sides, side));
          const b = saidByFile(outcome(other, back, opposite));
          assert.equal(a.top, b.top);
          assert.deepEqual(a.records.sort(), b.records.sort());
        }
      }),
      trials(2000),
    );
  });

  it('keeps the order of each side that the other did not sort anew', () => {
    fc.assert(
      fc.property(fork, (sides) => {
        const decisions = decide(sides);
        if (!decisions) return;
        const shown = decisions.records.filter(({ action }) => action !== 'drop').map(({ ours }) => ours);
        const theirs = decisions.records.filter(({ action }) => action !== 'drop').map((record) => record.theirs);
        const grows = (numbers: readonly (number | null)[]) => {
          const present = numbers.filter((number) => number !== null);
          return present.every((number, i) => i === 0 || number > (present[i - 1] ?? -1));
        };
        assert.ok(grows(shown) || grows(theirs));
      }),
      trials(1000),
    );
  });

  it('decides alike each time', () => {
    fc.assert(
      fc.property(fork, (sides) => assert.deepEqual(decide(sides), decide(sides))),
      trials(500),
    );
  });
});
