/**
 * One sequence out of two: the first as it is, and what only the second has behind what precedes it there. Where both have something
 * of their own in one place, that of the first comes first.
 *
 * @param keyOf what makes two items the same
 */
export function interleave<T>(first: readonly T[], second: readonly T[], keyOf: (item: T) => unknown): T[] {
  const inFirst = new Set(first.map(keyOf));
  const inSecond = new Set(second.map(keyOf));
  let behind: T[] = [];
  const waiting = new Map<unknown, T[]>([[undefined, behind]]);
  for (const item of second) {
    const key = keyOf(item);
    if (inFirst.has(key)) waiting.set(key, (behind = []));
    else behind.push(item);
  }
  const result: T[] = [];
  let pending = waiting.get(undefined) ?? [];
  for (const item of first) {
    const key = keyOf(item);
    if (inSecond.has(key)) {
      result.push(...pending);
      pending = waiting.get(key) ?? [];
    }
    result.push(item);
  }
  result.push(...pending);
  return result;
}

/** Whether numbers only grow; those that are missing are passed over. */
export function grows(numbers: Iterable<number | null>): boolean {
  let last = -1;
  for (const number of numbers) {
    if (number === null) continue;
    if (number < last) return false;
    last = number;
  }
  return true;
}
