import search from 'approx-string-match';
import { advance, sliceText, spanAt, START } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import { overlaps, type ComparableSpan } from '../text/span';
import { contextMeasure, LENIENT_FROM, type ContextAgreement } from './context';
import { findStrings } from './find-strings';
import type { Quote } from './quote';

/** A passage of the text that is similar to a quote, but not equal. */
export interface Resemblance extends ContextAgreement {
  readonly span: ComparableSpan;
  /** How many code units must be inserted, deleted or replaced to turn one into the other. At least 1. */
  readonly edits: number;
  /** How well passage and surroundings fit together, from 0 to 1. */
  readonly score: number;
}

/**
 * For each quote the passages that resemble it without being equal, best first, at most five: those that differ in no more than two of
 * five code units. Quotes under 16 code units get none, as too much resembles them, nor do quotes over 4,000, as they take too long.
 *
 * Each quote is cut into pieces of eight code units. All pieces of all quotes are found at once, and where enough pieces of one quote
 * stand together, the passage is compared with the quote. An edit damages at most two pieces, so no passage that `isLikely` accepts is
 * missed. The work is one search for the pieces (see `findStrings`), and for each quote at most twelve comparisons of its length by the
 * length of a window, 32 units at a time: for quotes of n units in all, never more than n times 2,000 steps.
 */
export function findResembling(text: ComparableText, quotes: readonly Quote[]): Resemblance[][] {
  const cut = quotes.map(({ exact }) => (exact.length < LENIENT_FROM || exact.length > LONGEST ? [] : pieces(exact)));
  const places = findStrings(
    text,
    cut.flatMap((list) => list.map(({ text: piece }) => piece)),
  );
  return quotes.map((quote, i) => {
    const { exact } = quote;
    const slack = 4 + (exact.length >> 3);
    const starts: ComparableOffset[] = [];
    for (const { text: piece, at } of cut[i] ?? []) {
      const found = places.get(piece) ?? null;
      if (found && found.length <= RARE) for (const place of found) starts.push(advance(place, -at));
    }
    const windows = denseWindows(starts, slack, Math.max(1, (cut[i]?.length ?? 0) >> 2));
    return compare(text, quote, windows, slack);
  });
}

const LONGEST = 4000;
const PIECE = 8;
/** A piece that stands in more places than this is ignored, as it stands by chance in most of them. */
const RARE = 100;
const MOST_WINDOWS = 12;
const MOST_PASSAGES = 5;
/** The share of code units that may differ. */
const TOLERANCE = 0.4;

/** The pieces of a quote, and their offsets in it. The last one overlaps the piece before it if the length requires that. */
function pieces(exact: ComparableText): { readonly text: ComparableText; readonly at: number }[] {
  const list: { text: ComparableText; at: number }[] = [];
  const add = (at: number) => list.push({ text: sliceText(exact, spanAt(advance(START, at), PIECE)), at });
  for (let at = 0; at + PIECE <= exact.length; at += PIECE) add(at);
  if (exact.length % PIECE > 0) add(exact.length - PIECE);
  return list;
}

/**
 * The ranges of offsets at which the passage would start by the places of at least `least` pieces; those with most pieces first. Starts
 * within `slack` code units belong to one range. May lie before the text.
 */
function denseWindows(starts: ComparableOffset[], slack: number, least: number): ComparableSpan[] {
  starts.sort((a, b) => a - b);
  const windows: { start: ComparableOffset; end: ComparableOffset; hits: number }[] = [];
  for (const start of starts) {
    const last = windows.at(-1);
    if (last && start - last.start <= slack) {
      last.end = start;
      last.hits++;
    } else windows.push({ start, end: start, hits: 1 });
  }
  const dense = windows.filter(({ hits }) => hits >= least);
  return dense.sort((a, b) => b.hits - a.hits || a.start - b.start).slice(0, MOST_WINDOWS);
}

function compare(text: ComparableText, quote: Quote, windows: readonly ComparableSpan[], slack: number): Resemblance[] {
  if (windows.length === 0) return [];
  const { exact } = quote;
  const measure = contextMeasure(quote);
  const found: Resemblance[] = [];
  for (const window of windows) {
    const from = Math.max(0, window.start - slack);
    const part = text.slice(from, window.end + exact.length + slack);
    const matches = search(part, exact, Math.floor(TOLERANCE * exact.length));
    // Of several matches with as few edits, take the one nearest in length: it is least likely to have lost or gained a letter.
    const [match] = matches.sort((a, b) => lengthOff(a, exact) - lengthOff(b, exact));
    if (!match || match.errors === 0) continue;
    const span = { start: advance(START, from + match.start), end: advance(START, from + match.end) };
    if (found.some((other) => overlaps(other.span, span))) continue;
    const agreement = measure(text, span);
    const likeness = 1 - match.errors / exact.length;
    found.push({ span, edits: match.errors, ...agreement, score: (2 * likeness + agreement.context) / 3 });
  }
  return found.sort((a, b) => b.score - a.score || a.span.start - b.span.start).slice(0, MOST_PASSAGES);
}

/** By how many code units the length of a match differs from that of the quote. */
function lengthOff(match: { readonly start: number; readonly end: number }, exact: ComparableText): number {
  return Math.abs(match.end - match.start - exact.length);
}
