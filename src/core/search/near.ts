import { partitionPoint } from '../sorted';
import type { Span } from '../text/span';
import { wordsOf } from './find-words';

/** A place by its words: the numbers of the first and the last. */
interface Stretch {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
}

/**
 * The places of two lists that are near a place of the other: at most so many words stand between them. A place is not near itself. Takes time
 * for the words of the text and, for each place, a search among those of the other list.
 *
 * @param start the offset of the text, from which the places are counted
 */
export function nearPlaces(
  text: string,
  start: number,
  left: readonly Span[],
  right: readonly Span[],
  words: number,
): Span[] {
  if (left.length === 0 || right.length === 0) return [];
  const all = wordsOf(text);
  const stretch = (span: Span): Stretch => {
    const [from, to] = [span.start - start, span.end - start];
    // Words that end behind the beginning, and begin before the end.
    const first = partitionPoint(all.length, (i) => (all[i]?.end ?? Infinity) <= from);
    const last = partitionPoint(all.length, (i) => (all[i]?.start ?? Infinity) < to) - 1;
    return { span, first, last: Math.max(first, last) };
  };
  const [a, b] = [left.map(stretch), right.map(stretch)];
  return [...withNeighbour(a, b, words), ...withNeighbour(b, a, words)].sort(
    (x, y) => x.start - y.start || x.end - y.end,
  );
}

/** The places of a list that have a neighbour in another list. */
function withNeighbour(places: readonly Stretch[], others: readonly Stretch[], words: number): Span[] {
  const sorted = [...others].sort((a, b) => a.first - b.first);
  // Of those up to each, the two that reach farthest: one of them may be the place itself.
  const farthest: (readonly [Stretch | null, Stretch | null])[] = [];
  let best: readonly [Stretch | null, Stretch | null] = [null, null];
  for (const other of sorted) {
    const [one, two] = best;
    if (one && same(one, other)) farthest.push(best);
    else {
      if (!one || other.last > one.last) best = [other, one];
      else if (!two || other.last > two.last) best = [one, other];
      farthest.push(best);
    }
  }
  return places.flatMap((place) => {
    const count = partitionPoint(sorted.length, (i) => (sorted[i]?.first ?? Infinity) <= place.last + words + 1);
    const [one, two] = farthest[count - 1] ?? [null, null];
    const other = one && same(one, place) ? two : one;
    return other && other.last + words + 1 >= place.first ? [place.span] : [];
  });
}

function same(a: Stretch, b: Stretch): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}
