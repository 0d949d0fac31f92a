import type { Span } from '../text/span';

// Pure strings: where a quote stands, and how well each place's surroundings agree with what was remembered.

/** One place where the quote stands, in the text that was searched. */
export interface QuoteMatch {
  readonly span: Span;
  /**
   * How much of the remembered context is there, from 0 to 1. Each side counts by its length. 1 where nothing was remembered: then
   * nothing speaks against the place.
   */
  readonly context: number;
}

/** What is looked for: all three in the comparable form (see `comparable`). */
export interface Quote {
  readonly exact: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Every place of the quote within `[from, to)`, overlapping ones included, in the order of the text. Of more than `limit` places those
 * stay whose surroundings agree best: a single letter stands in thousands, and only those can be meant.
 */
export function matchQuote(text: string, quote: Quote, from: number, to: number, limit = 1000): QuoteMatch[] {
  let matches: QuoteMatch[] = [];
  let least = 0;
  if (quote.exact === '') return matches;
  for (let at = text.indexOf(quote.exact, from); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const span = { start: at, end: at + quote.exact.length };
    if (span.end > to) break;
    const context = contextAgreement(text, span, quote);
    if (context < least) continue;
    matches.push({ span, context });
    if (matches.length < 2 * limit) continue;
    matches = best(matches, limit);
    least = Math.min(...matches.map((match) => match.context));
  }
  return matches.length > limit ? best(matches, limit) : matches;
}

function best(matches: readonly QuoteMatch[], limit: number): QuoteMatch[] {
  const kept = [...matches].sort((a, b) => b.context - a.context || a.span.start - b.span.start).slice(0, limit);
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** The share of the remembered characters that stand next to the span without a gap. White space at the seams does not count. */
export function contextAgreement(text: string, span: Span, { before, after }: Quote): number {
  const remembered = before.length + after.length;
  if (remembered === 0) return 1;
  let left = span.start;
  while (left > 0 && text[left - 1] === ' ') left--;
  let right = span.end;
  while (text[right] === ' ') right++;
  let same = 0;
  for (let i = 1; i <= before.length && text[left - i] === before[before.length - i]; i++) same++;
  for (let i = 0; i < after.length && text[right + i] === after[i]; i++) same++;
  return same / remembered;
}

/**
 * How much of the remembered surroundings must be there for a place to be the one that was meant: half. For a quote of 32 comparable
 * code units or more a few words on one side are enough, but not none: a second copy of a sentence is another place.
 */
export function enoughAgreement(quote: Quote): number {
  return quote.exact.length >= 32 ? 0.2 : 0.5;
}
