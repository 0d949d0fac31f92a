import type { Coefficient } from './coefficient';

/** Agreement of two annotators on nominal values: Cohen's kappa, with the observed and the expected share. */
export interface Kappa extends Coefficient {
  /** The share of units with the same value, 0 to 1; null where there is no unit. */
  readonly observed: number | null;
  /** The share that is expected by chance, given how often each annotator uses each value; null where there is no unit. */
  readonly expected: number | null;
}

/**
 * Cohen's kappa: `(po − pe) / (1 − pe)`, where `po` is the share of units on which both say the same, and `pe` the sum over all values
 * of the product of the two shares in which each annotator uses the value.
 *
 * Source: J. Cohen (1960), “A Coefficient of Agreement for Nominal Scales”, Educational and Psychological Measurement 20(1), 37–46.
 *
 * If both give every unit the same single value, `pe` is 1 and kappa is not defined.
 *
 * @param units for each unit that both judged the values of the first and the second annotator
 */
export function cohenKappa(units: readonly (readonly [string, string])[]): Kappa {
  const n = units.length;
  if (n === 0) return { units: 0, observed: null, expected: null, value: null, why: 'no-units' };
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let same = 0;
  for (const [a, b] of units) {
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
    if (a === b) same++;
  }
  // In whole numbers as long as it can be, so that 1 is told from nearly 1.
  let chance = 0;
  for (const [value, count] of first) chance += count * (second.get(value) ?? 0);
  const observed = same / n;
  const expected = chance / (n * n);
  if (chance === n * n) return { units: n, observed, expected, value: null, why: 'no-variation' };
  return { units: n, observed, expected, value: (same * n - chance) / (n * n - chance), why: null };
}
