import type { Coefficient } from './coefficient';

/**
 * Krippendorff's alpha for nominal values: `1 − Do / De`, the observed over the expected disagreement, for any number of annotators and
 * with values missing. Counted by coincidences: in a unit with `m` values, each ordered pair of values of two annotators adds
 * `1 / (m − 1)` to the cell of its two values; with `n` the sum of all cells, `o` the cells and `n_c` the sums of the rows,
 * `alpha = 1 − (n − 1) · Σ o_ck / Σ n_c n_k`, both sums over all `c ≠ k`.
 *
 * Source: K. Krippendorff (2011), “Computing Krippendorff’s Alpha-Reliability”, University of Pennsylvania, sections B to D; and
 * K. Krippendorff (2004), “Content Analysis”, 2nd ed., chapter 11.
 *
 * A unit with fewer than two values can be paired with nothing, and does not count. Where only one value is used, alpha is not defined.
 *
 * @param units for each unit the values that annotators gave it, in any order; null for one who did not judge it
 */
export function krippendorffAlpha(units: readonly (readonly (string | null)[])[]): Coefficient {
  const totals = new Map<string, number>();
  let paired = 0;
  let n = 0;
  let disagreement = 0;
  for (const unit of units) {
    const counts = new Map<string, number>();
    let m = 0;
    for (const value of unit) {
      if (value === null) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
      m++;
    }
    if (m < 2) continue;
    paired++;
    n += m;
    let agreeing = 0;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      agreeing += count * (count - 1);
    }
    disagreement += (m * (m - 1) - agreeing) / (m - 1);
  }
  if (n === 0) return { units: 0, value: null, why: 'no-units' };
  let alike = 0;
  for (const count of totals.values()) alike += count * count;
  const expected = n * n - alike;
  if (expected === 0) return { units: paired, value: null, why: 'no-variation' };
  return { units: paired, value: 1 - ((n - 1) * disagreement) / expected, why: null };
}
