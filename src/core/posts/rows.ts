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
    // Most lines begin and end with a letter or a mark, and have nothing to be trimmed.
    if (from < end && isInk(text.charCodeAt(from)) && isInk(text.charCodeAt(end - 1))) {
      rows.push({ start: from, end, lineStart: from, opens });
      opens = false;
      continue;
    }
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

/** Whether a code unit is certainly no white space: those of ASCII, dashes and quotation marks. */
function isInk(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit >= 0x2010 && unit <= 0x2027);
}

/** A span without the white space at its ends; empty, at its end, when there is nothing else in it. */
export function trimmed(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end);
  const start = span.start + slice.length - slice.trimStart().length;
  return { start, end: Math.max(start, span.start + slice.trimEnd().length) };
}
