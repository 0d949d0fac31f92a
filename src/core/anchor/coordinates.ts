import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';

// Coordinates: places are found in the comparable form of a text, and shown in the text itself.

/**
 * The span of the text itself for one of its comparable form. It ends where the last character does, and not where the next one
 * starts: white space was folded away between them.
 */
export function originalSpan(whole: Comparable, span: Span): Span {
  return { start: whole.original(span.start), end: whole.endOf(span.end) };
}

/** The span of the comparable form for one of the text itself. */
export function comparableSpan(whole: Comparable, span: Span): Span {
  return { start: whole.from(span.start), end: whole.from(span.end) };
}
