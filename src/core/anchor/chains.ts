import { partitionPoint } from '../sorted';

/** A place in one list, and the place of the same thing in another. */
export type Pair = readonly [earlier: number, later: number];

/**
 * Parts pairs into chains in which both places rise: the longest first, which is what kept its order; then the longest of the rest,
 * which has moved, and so on for a few rounds. By patience sorting (Fredman 1975), in n log n steps a round.
 *
 * @param pairs in the order of the earlier places
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
  /** For each length the pair with which a chain of that length ends earliest, by its index. */
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
