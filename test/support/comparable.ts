import { weighPlaces, type QuoteMatch } from '../../src/core/anchor/match-quote';
import type { Quote } from '../../src/core/anchor/quote';
import { advance, START } from '../../src/core/text/comparable-text';
import type { ComparableOffset, ComparableText } from '../../src/core/text/offset';

/** Takes a text for one in comparable form, without folding it. */
export function asComparable(text: string): ComparableText {
  return text as ComparableText;
}

/** A number as an offset in a comparable form. */
export function comparableOffset(at: number): ComparableOffset {
  return advance(START, at);
}

/** Every place of a quote in a text, or in a part of it, whatever it costs; see `weighPlaces`. */
export function matchQuote(
  text: ComparableText,
  quote: Quote,
  {
    from = 0,
    to = Infinity,
    limit = 1000,
  }: { readonly from?: number; readonly to?: number; readonly limit?: number } = {},
): QuoteMatch[] {
  const within = { start: comparableOffset(from), end: comparableOffset(to) };
  return weighPlaces(text, quote, within, null, { visits: Infinity }, limit) ?? [];
}
