/**
 * A stretch of a text, as offsets in UTF-16 code units: `start` belongs to it, `end` does not.
 *
 * Offsets count from the start of the text as an editor shows it: without a byte order mark, with the text's own line endings.
 * In `"Tehran’s new scheme"` the span of the name is `{ start: 0, end: 6 }`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies within `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share at least one code unit. Spans that only touch do not overlap, and an empty span overlaps nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/** Orders spans by place: by start, and of two with one start the longer first, so that an outer span precedes its inner ones. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
