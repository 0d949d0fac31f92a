import type { Post } from '../posts/post';
import type { NumberedCopy } from '../sidecar/copy';
import { lowerBound } from '../sorted';
import { fold, type Comparable } from '../text/comparable';
import { advance, everyPlace, joinTexts } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import type { ComparableSpan } from '../text/span';
import { findStrings } from './find-strings';
import type { Quote } from './quote';

/** A place, its quote with surroundings, and its post. */
export interface NumberedPlace {
  readonly own: ComparableSpan;
  readonly quote: Quote;
  readonly post: Post | null;
}

/**
 * For each place its number among the places of its post with the same quote in the same surroundings, as the `copy` of a record: `2/3`.
 * Finds all of them at once, each quote together with its surroundings as one string.
 */
export function numbersOf(whole: Comparable, places: readonly NumberedPlace[]): NumberedCopy[] {
  const { text } = whole;
  const found = findStrings(
    text,
    places.flatMap(({ quote }) => contextStrings(quote).map(({ string }) => string)),
  );
  const within = new Map<Post | null, ComparableSpan>([[null, whole.comparableSpan({ start: 0, end: Infinity })]]);
  const known = new Map<string, readonly ComparableOffset[]>();
  return places.map(({ own, quote, post }) => {
    const bounds = within.get(post) ?? (post ? whole.comparableSpan(post.span) : own);
    within.set(post, bounds);
    const key = JSON.stringify([bounds.start, quote.exact, quote.before, quote.after]);
    const full = known.get(key) ?? placesIn(quote, bounds, (string) => found.get(string) ?? everyPlace(text, string));
    known.set(key, full);
    return { n: numberOf(full, own), of: Math.max(1, full.length) };
  });
}

/** 1 where the place is not among them, as a quote cut out of a text can fold otherwise at its ends than within the text. */
function numberOf(sorted: readonly ComparableOffset[], { start }: ComparableSpan): number {
  const at = lowerBound(sorted, start);
  return sorted[at] === start ? at + 1 : 1;
}

function placesIn(
  quote: Quote,
  { start, end }: ComparableSpan,
  find: (string: ComparableText) => readonly ComparableOffset[],
): readonly ComparableOffset[] {
  const places: ComparableOffset[] = [];
  for (const { string, offset } of contextStrings(quote)) {
    for (const at of find(string)) {
      const from = advance(at, offset);
      if (from >= start && from + quote.exact.length <= end) places.push(from);
    }
  }
  return places.sort((a, b) => a - b);
}

/** A quote with its surroundings as one string: four ways, with a space or none on either side of the quote. `offset` is the quote's. */
function contextStrings({
  exact,
  before,
  after,
}: Quote): { readonly string: ComparableText; readonly offset: number }[] {
  if (exact === '') return [];
  const starts = before === '' ? [before] : [before, joinTexts(before, SPACE)];
  const ends = after === '' ? [after] : [after, joinTexts(SPACE, after)];
  return starts.flatMap((start) => ends.map((end) => ({ string: joinTexts(start, exact, end), offset: start.length })));
}

const SPACE = fold(' ');
