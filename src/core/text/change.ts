import type { Span } from './span';

/** One replacement in a text: `removed` code units at `start` give way to `inserted`. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The text after a change. */
export function changeText(text: string, change: TextChange): string {
  return text.slice(0, change.start) + change.inserted + text.slice(change.start + change.removed);
}

/**
 * A span after a change. Text inserted at its edges does not belong to it, text inserted inside does. If part of it is removed, the rest
 * stays; null if nothing is left.
 */
export function moveSpan(span: Span, change: TextChange): Span | null {
  const end = change.start + change.removed;
  const shift = change.inserted.length - change.removed;
  if (end <= span.start) return { start: span.start + shift, end: span.end + shift };
  if (change.start >= span.end) return span;
  if (change.start <= span.start && end >= span.end) return null;
  if (change.start <= span.start) return { start: change.start + change.inserted.length, end: span.end + shift };
  if (end >= span.end) return { start: span.start, end: change.start };
  return { start: span.start, end: span.end + shift };
}
