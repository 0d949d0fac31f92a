import { partitionPoint } from '../sorted';

/** The index of an item in an earlier list, and the index of the same item in a later list. */
export type Pair = readonly [earlier: number, later: number];

/**
 * Splits pairs into chains in which both indexes rise. The first chain is the longest: the items that kept their order. The second is
 * the longest of the rest, which moved; and so on, up to `MOST_CHAINS`. By patience sorting (Fredman 1975), in n log n steps a chain.
 *
 * @param pairs in the order of their earlier indexes
 */
export function chainsOf(pairs: readonly Pair[]): Pair[][] {
  const chains: Pair[][] = [];
  let rest = pairs;
  for (let round = 0; round < MOST_CHAINS && rest.length > 0; round++) {
    const chain = longestRising(rest);
    chains.push(chain);
    const taken = new Set(chain);
    rest = rest.filter((pair) => !taken.has(pair));
  }
  return chains;
}

const MOST_CHAINS = 8;

function longestRising(pairs: readonly Pair[]): Pair[] {
  /** At `n`, the index of the pair with the least later index among those that end a chain of n + 1 pairs. */
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [n, [, later]] of pairs.entries()) {
    const length = partitionPoint(ends.length, (i) => (pairs[ends[i] ?? 0]?.[1] ?? 0) < later);
    if (length > 0) previous[n] = ends[length - 1] ?? -1;
    ends[length] = n;
  }
  const chain: Pair[] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = previous[n] ?? -1) {
    const pair = pairs[n];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
