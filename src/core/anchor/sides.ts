import { partitionPoint } from '../sorted';
import { advance, START } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import { commonEnd, commonStart, skipSpaceBefore, skipSpaceBehind } from './context';

/** The text before and behind many places of one quote, sorted, so that places with similar surroundings are neighbours. */
export interface SortedSides {
  /**
   * The places by how much of the end of a remembered text stands before them, most first.
   *
   * @param remembered not empty, and no longer than `most` of `sortSides`
   */
  before(remembered: ComparableText): Iterable<SideMatch>;
  /** The same for the start of a remembered text behind the places. */
  after(remembered: ComparableText): Iterable<SideMatch>;
}

/** A place, as its index in the list of places, and how many code units of a remembered text stand next to it. */
export interface SideMatch {
  readonly place: number;
  readonly same: number;
}

/**
 * Sorts the places of a quote by the text before them, and by the text behind them; white space next to the quote is ignored. Costs
 * n log n comparisons of short texts. Each question then costs a binary search, and a comparison for each answer taken.
 *
 * @param starts the places of the quote
 * @param length the length of the quote
 * @param most how many code units on each side will be asked for at most
 */
export function sortSides(
  text: ComparableText,
  starts: readonly ComparableOffset[],
  length: number,
  most: number,
): SortedSides {
  const lefts = starts.map((start) => skipSpaceBefore(text, start));
  const rights = starts.map((start) => skipSpaceBehind(text, advance(start, length)));
  const compare = (a: number, b: number, step: 1 | -1) => {
    for (let n = 0; n < most; n++, a += step, b += step) {
      const difference = unitAt(text, a) - unitAt(text, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const leftOf = (place: number) => lefts[place] ?? START;
  const rightOf = (place: number) => rights[place] ?? START;
  const byLeft = [...starts.keys()].sort((a, b) => compare(leftOf(a) - 1, leftOf(b) - 1, -1));
  const byRight = [...starts.keys()].sort((a, b) => compare(rightOf(a), rightOf(b), 1));
  return {
    before: (remembered) =>
      mostSimilar(
        byLeft,
        (place) => commonEnd(text, leftOf(place), remembered),
        (place, same) => unitAt(text, leftOf(place) - 1 - same) < unitAt(remembered, remembered.length - 1 - same),
      ),
    after: (remembered) =>
      mostSimilar(
        byRight,
        (place) => commonStart(text, rightOf(place), remembered),
        (place, same) => unitAt(text, rightOf(place) + same) < unitAt(remembered, same),
      ),
  };
}

/** The code unit at an offset. Outside of the text -1, which sorts before all units. */
function unitAt(text: ComparableText, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1;
}

/**
 * Goes through sorted places from the position of a remembered text to both sides, always on to the side that has more in common with
 * it. The number of common code units only falls on the way.
 *
 * @param sameAs how many code units a place has in common with the remembered text
 * @param isLess whether a place sorts before the remembered text, by the first code unit that is not common
 */
function* mostSimilar(
  order: readonly number[],
  sameAs: (place: number) => number,
  isLess: (place: number, same: number) => boolean,
): Generator<SideMatch> {
  const first = partitionPoint(order.length, (n) => {
    const place = order[n] ?? 0;
    return isLess(place, sameAs(place));
  });
  const matchAt = (n: number): SideMatch | null => {
    const place = order[n];
    return place === undefined ? null : { place, same: sameAs(place) };
  };
  let [left, right] = [first - 1, first];
  let [below, above] = [matchAt(left), matchAt(right)];
  while (below || above) {
    if (below && (!above || below.same > above.same)) {
      yield below;
      below = matchAt(--left);
    } else if (above) {
      yield above;
      above = matchAt(++right);
    }
  }
}
