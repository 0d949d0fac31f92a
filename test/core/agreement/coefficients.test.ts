import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cohenKappa } from '../../../src/core/agreement/cohen';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff';
import { trials } from '../../support/trials';

/** Units of a table whose cells count how often the first says the row's value and the second the column's. */
function table(rows: readonly (readonly number[])[]): [string, string][] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((count, column) => Array.from({ length: count }, (): [string, string] => [`v${row}`, `v${column}`])),
  );
}

/** Turns a line for each annotator into a list for each unit; a dot is a missing value. */
function units(...lines: readonly string[]): (string | null)[][] {
  const values = lines.map((line) => line.split(' ').map((value) => (value === '.' ? null : value)));
  return (values[0] ?? []).map((_, unit) => values.map((line) => line[unit] ?? null));
}

/** Alpha by its other definition: the mean disagreement of pairs within units over that of all pairs of values. */
function alphaByDisagreement(given: readonly (readonly (string | null)[])[]): number | null {
  const paired = given.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length > 1);
  const all = paired.flat();
  const differing = (values: readonly string[]) => {
    let count = 0;
    values.forEach((a, i) => values.forEach((b, k) => (count += i !== k && a !== b ? 1 : 0)));
    return count;
  };
  const n = all.length;
  let observed = 0;
  for (const values of paired)
    observed += (values.length / n) * (differing(values) / (values.length * (values.length - 1)));
  const expected = differing(all) / (n * (n - 1));
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** Kappa from the table of proportions, cell by cell. */
function kappaByTable(given: readonly (readonly [string, string])[]): number | null {
  const values = [...new Set(given.flat())];
  const share = (test: (pair: readonly [string, string]) => boolean) => given.filter(test).length / given.length;
  let [po, pe] = [0, 0];
  for (const value of values) {
    po += share(([a, b]) => a === value && b === value);
    pe += share(([a]) => a === value) * share(([, b]) => b === value);
  }
  return given.length === 0 || values.length === 1 ? null : (po - pe) / (1 - pe);
}

function near(actual: number | null, expected: number, digits: number): void {
  assert.equal(actual?.toFixed(digits), expected.toFixed(digits));
}

describe('Cohen’s kappa', () => {
  it('gives what is known for two by two', () => {
    // 50 applications, two readers: both yes 20, only the first 5, only the second 10, both no 15.
    const kappa = cohenKappa(
      table([
        [20, 5],
        [10, 15],
      ]),
    );
    near(kappa.observed, 0.7, 12);
    near(kappa.expected, 0.5, 12);
    near(kappa.value, 0.4, 12);
  });

  it('gives what is known for three values and 200 units', () => {
    const kappa = cohenKappa(
      table([
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ]),
    );
    near(kappa.observed, 0.7, 12);
    near(kappa.expected, 0.41, 12);
    near(kappa.value, 0.492, 3);
  });

  it('is 1 for perfect agreement, below 0 for less than chance, and 0 where one says always the same', () => {
    assert.equal(
      cohenKappa(
        table([
          [3, 0],
          [0, 4],
        ]),
      ).value,
      1,
    );
    assert.equal(
      cohenKappa(
        table([
          [0, 2],
          [2, 0],
        ]),
      ).value,
      -1,
    );
    assert.equal(
      cohenKappa(
        table([
          [3, 0],
          [2, 0],
        ]),
      ).value,
      0,
    );
  });

  it('is not defined without units or without variation, and says which', () => {
    assert.deepEqual(cohenKappa([]), { units: 0, observed: null, expected: null, value: null, why: 'no-units' });
    assert.deepEqual(
      cohenKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
      {
        ...{ units: 2, observed: 1, expected: 1, value: null, why: 'no-variation' },
      },
    );
  });

  it('is what the table of proportions gives, and takes no side', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 12 }), (pairs) => {
        const kappa = cohenKappa(pairs);
        const other = kappaByTable(pairs);
        if (other === null) assert.equal(kappa.value, null);
        else assert.ok(kappa.value !== null && Math.abs(kappa.value - other) < 1e-9);
        assert.equal(cohenKappa(pairs.map(([a, b]) => [b, a])).value, kappa.value);
      }),
      trials(500),
    );
  });
});

describe('Krippendorff’s alpha', () => {
  it('gives what its author’s examples give', () => {
    // “Computing Krippendorff’s Alpha-Reliability” (2011): A, two observers and two values; B, two and five; C, four with gaps.
    const a = units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    const b = units('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    const c = units(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    for (const [example, expected] of [
      [a, 0.095],
      [b, 0.692],
      [c, 0.743],
    ] as const) {
      near(krippendorffAlpha(example).value, expected, 3);
      near(alphaByDisagreement(example), expected, 3);
    }
    assert.equal(krippendorffAlpha(c).units, 11, 'the unit with one value can be paired with nothing');
  });

  it('is not defined without pairs or without variation, and says which', () => {
    assert.deepEqual(krippendorffAlpha([]), { units: 0, value: null, why: 'no-units' });
    assert.deepEqual(krippendorffAlpha(units('a . b', '. a .')), { units: 0, value: null, why: 'no-units' });
    assert.deepEqual(krippendorffAlpha(units('a a b', 'a a .')), { units: 2, value: null, why: 'no-variation' });
  });

  it('is what the definition by disagreement gives, whoever comes first', () => {
    const value = fc.constantFrom('a', 'b', 'c', null);
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 8 }), (given) => {
        const alpha = krippendorffAlpha(given);
        const other = alphaByDisagreement(given);
        if (other === null) assert.equal(alpha.value, null);
        else assert.ok(alpha.value !== null && Math.abs(alpha.value - other) < 1e-9);
        assert.equal(krippendorffAlpha(given.map((unit) => [...unit].reverse())).value, alpha.value);
      }),
      trials(500),
    );
  });
});
