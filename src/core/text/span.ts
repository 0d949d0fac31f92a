import type { ComparableOffset, Offset } from './offset';

/**
 * A stretch of a text, as offsets in UTF-16 code units: `start` belongs to it, `end` does not.
 *
 * Offsets count from the start of the text as an editor shows it: without a byte order mark, with the text's own line endings.
 * In `"Tehran’s new scheme"` the span of the name is `{ start: 0, end: 6 }`.
 */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** A stretch of a text in comparable form. */
export interface ComparableSpan {
  readonly start: ComparableOffset;
  readonly end: ComparableOffset;
}

/** Whether `inner` lies within `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one code unit. Spans that only touch do not overlap, and an empty span overlaps nothing. */
export function overlaps(a: Span, b: Span): boolean;
export function overlaps(a: ComparableSpan, b: ComparableSpan): boolean;
export function overlaps(a: Span | ComparableSpan, b: Span | ComparableSpan): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/** Orders spans by start. Of two spans with one start the longer comes first, so that an outer span precedes its inner ones. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
