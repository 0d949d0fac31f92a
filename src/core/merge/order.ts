/**
 * Puts two sequences into one: the items of the first in their order, and each item of the second alone behind the item that precedes it
 * there. Of items that each has alone in one place, those of the first come first.
 *
 * @param keyOf the same for two items that count as one
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
      for (const one of pending) result.push(one);
      pending = waiting.get(key) ?? [];
    }
    result.push(item);
  }
  for (const one of pending) result.push(one);
  return result;
}

/** Whether numbers only grow. Null is skipped. */
export function grows(numbers: Iterable<number | null>): boolean {
  let last = -1;
  for (const number of numbers) {
    if (number === null) continue;
    if (number < last) return false;
    last = number;
  }
  return true;
}
