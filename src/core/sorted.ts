// Binary search. Named as in C++ and Rust.

/**
 * The first index from 0 on for which a condition no longer holds; `count` where it holds for all. It must hold for every index before
 * that one and for none behind it. Asks for about log2(count) of them.
 */
export function partitionPoint(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many of some ascending numbers are less than a value: the index of the value, or the one at which it could be put in.
 *
 * @param count looks at the first so many numbers only
 */
export function lowerBound(ascending: ArrayLike<number>, value: number, count = ascending.length): number {
  // Not by `partitionPoint`: a call for each step is felt where matches are updated at every keystroke.
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
