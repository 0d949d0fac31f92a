import { lowerBound } from '../sorted';
import { advance, indexIn, spanAt } from '../text/comparable-text';
import type { ComparableText } from '../text/offset';
import type { ComparableSpan } from '../text/span';
import { contextMeasure, LENIENT_FROM, type ContextAgreement } from './context';
import type { StringPlaces } from './find-strings';
import type { Quote } from './quote';

/** One place where the quote stands, and how well the text around it agrees with the remembered surroundings. */
export interface QuoteMatch extends ContextAgreement {
  readonly span: ComparableSpan;
}

/** How much work is left for comparing surroundings, shared by all annotations of a text. */
export interface Effort {
  /** The number of places. A place of a phrase counts as ten, as its surroundings are compared with more care. */
  visits: number;
}

/** Enough for some thousand annotations of common words. Only a file made to be slow needs more. */
export function fullEffort(): Effort {
  return { visits: 20_000_000 };
}

/**
 * Every place of the quote within a span, overlapping ones included, in the order of the text. Of more than `limit` places, only those
 * whose surroundings agree best: a single letter stands in thousands of places, and no other can be the right one.
 *
 * @param places where the quote stands in the whole text, if that is known
 * @returns null when the effort ran out, so that not all places are known
 */
export function weighPlaces(
  text: ComparableText,
  quote: Quote,
  within: ComparableSpan,
  places: StringPlaces,
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
  let at = places ? places[next] : indexIn(text, exact, within.start);
  while (at !== undefined && at >= 0 && at + exact.length <= within.end) {
    effort.visits -= cost;
    if (effort.visits < 0) return null;
    const span = spanAt(at, exact.length);
    const agreement = measure(text, span);
    const { context } = agreement;
    // Of places whose surroundings do not agree at all a few are enough.
    if (context >= least && (context > 0 || strangers++ < MOST_STRANGERS)) {
      matches.push({ span, ...agreement });
      if (matches.length >= 2 * limit) {
        matches = best(matches, limit);
        least = Math.min(...matches.map((match) => match.context));
      }
    }
    at = places ? places[++next] : indexIn(text, exact, advance(at, 1));
  }
  return matches.length > limit ? best(matches, limit) : matches;
}

/** How many places are kept whose surroundings do not agree at all. */
const MOST_STRANGERS = 50;

/** The matches with the best agreement, in the order of the text. */
function best(matches: readonly QuoteMatch[], limit: number): QuoteMatch[] {
  const kept = [...matches].sort((a, b) => b.context - a.context || a.span.start - b.span.start).slice(0, limit);
  return kept.sort((a, b) => a.span.start - b.span.start);
}
