import { partitionPoint } from '../sorted';
import { commonEnd, commonStart } from './context';

/** What stands before and behind many places of one quote, in an order in which the like stand together. */
export interface Sides {
  /**
   * The places before which most of a remembered text stands, those with most first, and how much of it does, from its end.
   *
   * @param remembered not empty, and no longer than what was sorted by
   */
  before(remembered: string): Iterable<Alike>;
  /** The same for what stands behind, from its start. */
  after(remembered: string): Iterable<Alike>;
}

/** A place, as a number of the list that was sorted, and how many code units agree. */
export interface Alike {
  readonly place: number;
  readonly same: number;
}

/**
 * Sorts what surrounds places, white space at the seams apart: n log n comparisons of short texts, and then each question costs as many
 * comparisons as a search takes, and as answers are taken.
 *
 * @param starts where the quote stands
 * @param length of the quote
 * @param most how many code units on each side may be asked for
 */
export function sortSides(text: string, starts: readonly number[], length: number, most: number): Sides {
  const lefts = starts.map((start) => {
    while (start > 0 && text.charCodeAt(start - 1) === SPACE) start--;
    return start;
  });
  const rights = starts.map((start) => {
    let end = start + length;
    while (text.charCodeAt(end) === SPACE) end++;
    return end;
  });
  const compare = (a: number, b: number, step: 1 | -1) => {
    for (let n = 0; n < most; n++, a += step, b += step) {
      const difference = unitAt(text, a) - unitAt(text, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const byLeft = [...starts.keys()].sort((a, b) => compare((lefts[a] ?? 0) - 1, (lefts[b] ?? 0) - 1, -1));
  const byRight = [...starts.keys()].sort((a, b) => compare(rights[a] ?? 0, rights[b] ?? 0, 1));
  return {
    before: (remembered) =>
      mostAlike(
        byLeft,
        (place) => commonEnd(text, lefts[place] ?? 0, remembered),
        (place, same) =>
          unitAt(text, (lefts[place] ?? 0) - 1 - same) < unitAt(remembered, remembered.length - 1 - same),
      ),
    after: (remembered) =>
      mostAlike(
        byRight,
        (place) => commonStart(text, rights[place] ?? 0, remembered),
        (place, same) => unitAt(text, (rights[place] ?? 0) + same) < unitAt(remembered, same),
      ),
  };
}

const SPACE = 0x20;

/** Before the start and behind the end of a text nothing stands, which comes before all else. */
function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1;
}

/** From where a text would stand in the order, to both sides, always on to the side on which more agrees: it only gets less. */
function* mostAlike(
  order: readonly number[],
  sameAs: (place: number) => number,
  isLess: (place: number, same: number) => boolean,
): Generator<Alike> {
  const first = partitionPoint(order.length, (n) => {
    const place = order[n] ?? 0;
    return isLess(place, sameAs(place));
  });
  const alikeAt = (n: number): Alike | null => {
    const place = order[n];
    return place === undefined ? null : { place, same: sameAs(place) };
  };
  let [left, right] = [first - 1, first];
  let [below, above] = [alikeAt(left), alikeAt(right)];
  while (below || above) {
    if (below && (!above || below.same > above.same)) {
      yield below;
      below = alikeAt(--left);
    } else if (above) {
      yield above;
      above = alikeAt(++right);
    }
  }
}
