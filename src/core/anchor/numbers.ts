import type { Post } from '../posts/post';
import type { NumberedCopy } from '../sidecar/copy';
import { lowerBound } from '../sorted';
import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { comparableSpan } from './coordinates';
import { everyPlace, findStrings } from './find-strings';
import { type Quote } from './quote';

/** A place and how it is remembered, in the comparable form of the text, and its post. */
export interface NumberedPlace {
  readonly own: Span;
  readonly quote: Quote;
  readonly post: Post | null;
}

/**
 * The number of each place among those of its post that have the same words in the same surroundings, as a record's `copy` says it,
 * like `2/3`. All of them are looked for at once, each with its surroundings as one string.
 */
export function numbersOf(whole: Comparable, places: readonly NumberedPlace[]): NumberedCopy[] {
  const { text } = whole;
  const found = findStrings(
    text,
    places.flatMap(({ quote }) => standings(quote).map(({ string }) => string)),
  );
  const within = new Map<Post | null, Span>([[null, { start: 0, end: text.length }]]);
  const known = new Map<string, readonly number[]>();
  return places.map(({ own, quote, post }) => {
    const bounds = within.get(post) ?? (post ? comparableSpan(whole, post.span) : own);
    within.set(post, bounds);
    const key = JSON.stringify([bounds.start, quote.exact, quote.before, quote.after]);
    const full = known.get(key) ?? placesIn(quote, bounds, (string) => found.get(string) ?? everyPlace(text, string));
    known.set(key, full);
    return { n: numberOf(full, own), of: Math.max(1, full.length) };
  });
}

/** 1 where the place is none of them, as text is folded otherwise at its edges than within. */
function numberOf(sorted: readonly number[], { start }: Span): number {
  const at = lowerBound(sorted, start);
  return sorted[at] === start ? at + 1 : 1;
}

function placesIn(quote: Quote, { start, end }: Span, find: (string: string) => readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const { string, offset } of standings(quote)) {
    for (const at of find(string)) {
      const from = at + offset;
      if (from >= start && from + quote.exact.length <= end) places.push(from);
    }
  }
  return places.sort((a, b) => a - b);
}

/** A quote in its surroundings, as it may stand in a text: with a space at either seam or without, and where it begins in that. */
function standings({ exact, before, after }: Quote): { readonly string: string; readonly offset: number }[] {
  if (exact === '') return [];
  const starts = before === '' ? [''] : [before, `${before} `];
  const ends = after === '' ? [''] : [after, ` ${after}`];
  return starts.flatMap((start) => ends.map((end) => ({ string: start + exact + end, offset: start.length })));
}
