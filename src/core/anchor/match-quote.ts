import { lowerBound } from '../sorted';
import type { Span } from '../text/span';
import { contextMeasure, LENIENT_FROM, type Agreement } from './context';
import type { Places } from './find-strings';
import type { Quote } from './quote';

// Pure strings: where a quote stands, and how well each place's surroundings agree with what was remembered.

/** One place where the quote stands, in the text that was searched, and how well its surroundings agree. */
export interface QuoteMatch extends Agreement {
  readonly span: Span;
}

/** What is left to spend on places that hardly can be told apart, for all annotations of a text together. */
export interface Effort {
  /** Of places; one of a phrase, whose surroundings are compared with more care, counts as ten. */
  visits: number;
}

/** Enough for some thousand annotations of common words; only a file that was made to be slow needs more. */
export function fullEffort(): Effort {
  return { visits: 20_000_000 };
}

/**
 * Every place of the quote within `[from, to)`, overlapping ones included, in the order of the text. Of more than `limit` places those
 * stay whose surroundings agree best: a single letter stands in thousands, and only those can be meant.
 *
 * @param places where the quote stands in the whole text, if that is known
 * @returns null when the effort ran out, so that nobody knows all places
 */
export function weighPlaces(
  text: string,
  quote: Quote,
  within: Span,
  places: Places,
  effort: Effort,
  limit = 1000,
): QuoteMatch[] | null {
  const { exact } = quote;
  let matches: QuoteMatch[] = [];
  let least = 0;
  let strangers = 0;
  if (exact === '') return matches;
  const measure = contextMeasure(quote);
  const cost = exact.length < LENIENT_FROM ? 1 : 10;
  let next = places ? lowerBound(places, within.start) : 0;
  let at = places ? (places[next] ?? -1) : text.indexOf(exact, within.start);
  while (at >= 0 && at + exact.length <= within.end) {
    effort.visits -= cost;
    if (effort.visits < 0) return null;
    const span = { start: at, end: at + exact.length };
    const agreement = measure(text, span);
    const { context } = agreement;
    // Of the places that have nothing in common with what was remembered a few are enough.
    if (context >= least && (context > 0 || strangers++ < MOST_STRANGERS)) {
      matches.push({ span, ...agreement });
      if (matches.length >= 2 * limit) {
        matches = best(matches, limit);
        least = Math.min(...matches.map((match) => match.context));
      }
    }
    at = places ? (places[++next] ?? -1) : text.indexOf(exact, at + 1);
  }
  return matches.length > limit ? best(matches, limit) : matches;
}

/** The same for one quote, however much it takes. */
export function matchQuote(text: string, quote: Quote, from: number, to: number, limit = 1000): QuoteMatch[] {
  return weighPlaces(text, quote, { start: from, end: to }, null, { visits: Infinity }, limit) ?? [];
}

const MOST_STRANGERS = 50;

function best(matches: readonly QuoteMatch[], limit: number): QuoteMatch[] {
  const kept = [...matches].sort((a, b) => b.context - a.context || a.span.start - b.span.start).slice(0, limit);
  return kept.sort((a, b) => a.span.start - b.span.start);
}
