import search from 'approx-string-match';
import type { Span } from '../text/span';
import { contextMeasure, LENIENT_FROM, type Agreement } from './context';
import { findStrings } from './find-strings';
import type { Quote } from './quote';

/** A passage of the text that is like a quote. */
export interface Resemblance extends Agreement {
  readonly span: Span;
  /** How many code units must be put in, taken out or replaced to make one of the other. At least 1. */
  readonly edits: number;
  /** How well it fits in all, from 0 to 1. */
  readonly score: number;
}

/**
 * For each quote the passages that resemble it without being it, best first, at most five: those that differ in no more than two of
 * five code units. Quotes under 16 code units resemble too much, and ones over 4,000 take too long; they get none.
 *
 * Each quote is cut into pieces of eight code units, and all pieces of all quotes are found at once; where enough pieces of one quote
 * stand together, the passage is compared. As an edit damages two pieces at most, no passage is missed that is likely to be the one.
 * The work is one search for the pieces (see `findStrings`), and for each quote at most twelve comparisons of its length by the
 * length of a window, 32 units at a time: for quotes of n units in all, never more than n times 2,000 steps.
 */
export function findResembling(text: string, quotes: readonly Quote[]): Resemblance[][] {
  const cut = quotes.map(({ exact }) => (exact.length < LENIENT_FROM || exact.length > LONGEST ? [] : pieces(exact)));
  const places = findStrings(
    text,
    cut.flatMap((list) => list.map(({ text: piece }) => piece)),
  );
  return quotes.map((quote, i) => {
    const { exact } = quote;
    const slack = 4 + (exact.length >> 3);
    const starts: number[] = [];
    for (const { text: piece, at } of cut[i] ?? []) {
      const found = places.get(piece) ?? null;
      if (found && found.length <= RARE) for (const place of found) starts.push(place - at);
    }
    const windows = denseWindows(starts, slack, Math.max(1, (cut[i]?.length ?? 0) >> 2));
    return compare(text, quote, windows, slack);
  });
}

const LONGEST = 4000;
const PIECE = 8;
/** A piece that stands in more places tells nothing. */
const RARE = 100;
const MOST_WINDOWS = 12;
const MOST_PASSAGES = 5;
/** The share of code units that may differ. */
const TOLERANCE = 0.4;

function pieces(exact: string): { readonly text: string; readonly at: number }[] {
  const list: { text: string; at: number }[] = [];
  for (let at = 0; at + PIECE <= exact.length; at += PIECE) list.push({ text: exact.slice(at, at + PIECE), at });
  const rest = exact.length - PIECE;
  if (exact.length % PIECE > 0) list.push({ text: exact.slice(rest), at: rest });
  return list;
}

/** Where at least so many pieces agree about where the passage would start, most agreement first. */
function denseWindows(starts: number[], slack: number, least: number): Span[] {
  starts.sort((a, b) => a - b);
  const windows: { start: number; end: number; hits: number }[] = [];
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

function compare(text: string, quote: Quote, windows: readonly Span[], slack: number): Resemblance[] {
  if (windows.length === 0) return [];
  const { exact } = quote;
  const measure = contextMeasure(quote);
  const found: Resemblance[] = [];
  for (const window of windows) {
    const from = Math.max(0, window.start - slack);
    const part = text.slice(from, window.end + exact.length + slack);
    const matches = search(part, exact, Math.floor(TOLERANCE * exact.length));
    // Several ends may need as few edits; what lies nearest in length is least likely to have lost or gained a letter.
    const [match] = matches.sort((a, b) => off(a, exact) - off(b, exact));
    if (!match || match.errors === 0) continue;
    const span = { start: from + match.start, end: from + match.end };
    if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) continue;
    const agreement = measure(text, span);
    const likeness = 1 - match.errors / exact.length;
    found.push({ span, edits: match.errors, ...agreement, score: (2 * likeness + agreement.context) / 3 });
  }
  return found.sort((a, b) => b.score - a.score || a.span.start - b.span.start).slice(0, MOST_PASSAGES);
}

function off(span: Span, exact: string): number {
  return Math.abs(span.end - span.start - exact.length);
}
