import { indexLines } from '../text/lines';
import type { Span } from '../text/span';

/** A line that is not blank. The span leaves out the white space around its text, no-break spaces and a byte order mark too. */
export interface Row extends Span {
  /** The offset of the line's first code unit, white space included. */
  readonly lineStart: number;
  /** Whether a blank line precedes it, or nothing does: it opens a paragraph. */
  readonly opens: boolean;
}

/** The lines of a text that are not blank, in order. One pass. */
export function readRows(text: string): Row[] {
  const lines = indexLines(text);
  const rows: Row[] = [];
  let opens = true;
  for (let line = 0; line < lines.count; line++) {
    const from = lines.startOf(line);
    const end = lines.endOf(line);
    const content = text.slice(from, end);
    const left = content.trimStart().length;
    if (left > 0) {
      const mark = from === 0 && text.startsWith('\ufeff') ? 1 : 0;
      rows.push({ start: end - left, end: from + content.trimEnd().length, lineStart: from + mark, opens });
    }
    opens = left === 0;
  }
  return rows;
}

/** A span without the white space at its ends; empty, at its end, when there is nothing else in it. */
export function trimmed(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end);
  const start = span.start + slice.length - slice.trimStart().length;
  return { start, end: Math.max(start, span.start + slice.trimEnd().length) };
}
