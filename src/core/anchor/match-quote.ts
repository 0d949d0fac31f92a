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

/** Every place of the quote within `[from, to)`, overlapping ones included, at most `limit`. */
export function matchQuote(text: string, quote: Quote, from: number, to: number, limit = 1000): QuoteMatch[] {
  const matches: QuoteMatch[] = [];
  if (quote.exact === '') return matches;
  for (
    let at = text.indexOf(quote.exact, from);
    at >= 0 && matches.length < limit;
    at = text.indexOf(quote.exact, at + 1)
  ) {
    const span = { start: at, end: at + quote.exact.length };
    if (span.end > to) break;
    matches.push({ span, context: contextAgreement(text, span, quote) });
  }
  return matches;
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
