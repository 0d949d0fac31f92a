import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unitsOf } from '../../../src/core/match/units';
import { trials } from '../../support/trials';

describe('unitsOf', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', '’', '\ud835', '\udc9c', '😀', '\0'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  const text = fc.array(unit).map((parts) => parts.join(''));

  it('gives every code unit, halves of characters too, whether the platform copies or a loop does', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (copied, plainly) => {
        // What an earlier text has left must not show behind a shorter one.
        unitsOf('x'.repeat(copied.length + 20));
        const units = plainly ? unitsOf(copied, null) : unitsOf(copied);
        const expected = Array.from({ length: copied.length }, (_, i) => copied.charCodeAt(i));
        assert.deepEqual([...units.subarray(0, copied.length + 8)], [...expected, ...new Array<number>(8).fill(0)]);
      }),
      trials(1000),
    );
  });

  it('reads texts of any length', () => {
    for (const length of [0, 2 ** 20 - 8, 2 ** 20, 2 ** 20 + 1]) {
      const units = unitsOf('é'.repeat(length));
      assert.ok(units.length >= length + 8);
      assert.deepEqual([units[length - 1], units[length], units[length + 7]], [length > 0 ? 0xe9 : undefined, 0, 0]);
    }
  });
});
