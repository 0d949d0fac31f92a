import type { Span } from '../../core/text';

/** A place in a text that may have been edited since: the nearest place with the same words, else the old offsets. */
export function nearest(text: string, span: Span, words: string): Span {
  const length = span.end - span.start;
  if (text.slice(span.start, span.end).replace(/\s+/g, ' ') === words) return span;
  const before = text.lastIndexOf(words, span.start);
  const after = text.indexOf(words, span.start);
  const start = before < 0 || (after >= 0 && after - span.start < span.start - before) ? after : before;
  if (start >= 0) return { start, end: start + words.length };
  const clipped = Math.min(span.start, text.length);
  return { start: clipped, end: Math.min(clipped + length, text.length) };
}
