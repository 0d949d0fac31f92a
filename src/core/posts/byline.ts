import type { Span } from '../text/span';
import { alignTitle, separators } from './align';
import { trimmed } from './rows';
import { findTrailingDate, type TrailingDate } from './trailing-date';

/** A line read as `title again, source[, author], date`. All spans are offsets into the text that holds the line. */
export interface Byline {
  readonly span: Span;
  /** How similar the front part is to the title of the post, from 0 to 1. */
  readonly similarity: number;
  /** The date at the end; null where there is none. */
  readonly date: { readonly span: Span; readonly date: string | null } | null;
  /** The parts between the title and the date, split at separators. With `titled` false, all parts before the date. */
  readonly segments: readonly Span[];
  /** Whether the front part has at least something of the title. */
  readonly titled: boolean;
}

/** From this similarity on the front part of a line repeats the title: three words of five are the same. */
export const RESEMBLES = 0.6;

/** Below this similarity the front part has too little of the title to have anything to do with it. */
const FAINTLY_RESEMBLES = 0.3;

/** A longer line is a paragraph. The bound also keeps the comparison of hostile lines cheap. In UTF-16 code units. */
const MAX_BYLINE_LENGTH = 600;

/** The date that ends a line, null where there is none or the line is too long. */
export function findBylineDate(text: string, span: Span): TrailingDate | null {
  return span.end - span.start > MAX_BYLINE_LENGTH ? null : findTrailingDate(text.slice(span.start, span.end));
}

/**
 * Reads a line as the byline of a post with a given title. Any line gives an answer: the caller judges by `similarity` and `date` whether
 * the line is a byline. Null when the line or the title is too long.
 *
 * @param found the date that ends it; see `findBylineDate`
 */
export function readByline(
  text: string,
  span: Span,
  title: string,
  found: Pick<TrailingDate, 'start' | 'end' | 'date'> | null,
): Byline | null {
  if (Math.max(span.end - span.start, title.length) > MAX_BYLINE_LENGTH) return null;
  const line = text.slice(span.start, span.end);
  const front = found ? withoutTail(line.slice(0, found.start)) : line;
  const { similarity, cut } = alignTitle(title, front);
  const titled = similarity >= FAINTLY_RESEMBLES;
  return {
    span,
    similarity,
    date: found && { span: { start: span.start + found.start, end: span.start + found.end }, date: found.date },
    segments: segmentsOf(text, span.start, front, titled ? cut : 0),
    titled,
  };
}

/** The front of a line without the separator before its date: a comma, a dash, an opening bracket, `on`. */
export function withoutTail(front: string): string {
  let end = front.trimEnd().length;
  // “on” in the languages that write a word there.
  end -= /\s(?:on|am|vom|le|el|em|il|op|den|dnia)$/i.exec(front.slice(Math.max(0, end - 5), end))?.[0].length ?? 0;
  while (end > 0 && /[\s,;|，،([–—-]/.test(front.charAt(end - 1))) end--;
  return front.slice(0, end);
}

function segmentsOf(text: string, offset: number, front: string, cut: number): Span[] {
  const segments: Span[] = [];
  let start = cut;
  for (const separator of [...separators(front), { start: front.length, end: front.length }]) {
    if (separator.start < cut) continue;
    const segment = trimmed(text, { start: offset + start, end: offset + separator.start });
    if (segment.start < segment.end) segments.push(segment);
    start = separator.end;
  }
  return segments;
}
