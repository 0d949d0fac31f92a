import { partitionPoint } from '../sorted';

/**
 * The indexes of the most dates that run in one direction, equal ones allowed; newest first, as archives mostly are, wins a tie.
 *
 * @param dates `YYYY-MM-DD` each
 */
export function inOrderOf(dates: readonly string[]): number[] {
  const days = dates.map((date) => Number(date.replaceAll('-', '')));
  const falling = longestRising(days.map((day) => -day));
  const rising = longestRising(days);
  return rising.length > falling.length ? rising : falling;
}

/** The indexes of a longest non-falling subsequence, in n log n: `tails[k]` ends the best run of length k + 1 that is known so far. */
function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    const k = partitionPoint(tails.length, (n) => (values[tails[n] ?? 0] ?? 0) <= value);
    before[index] = k > 0 ? (tails[k - 1] ?? -1) : -1;
    tails[k] = index;
  });
  const run: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.push(index);
  return run.reverse();
}
