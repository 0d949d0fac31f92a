import { indexLines } from '../text/lines';
import type { Span } from '../text/span';

/** A line that is not blank. Its span is without the white space around the text, no-break spaces and a byte order mark included. */
export interface Row extends Span {
  /** The offset of the line's first code unit, be it white space or not. */
  readonly lineStart: number;
  /** Whether it opens a paragraph: it is the first line, or a blank line precedes it. */
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
    // A shortcut: most lines begin and end with a letter or a mark, and need no trimming.
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

/** Whether a code unit is surely not white space: a printable one of ASCII, a dash or a quotation mark. */
function isInk(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit >= 0x2010 && unit <= 0x2027);
}

/** A span without the white space at its ends. A span of white space alone becomes empty, at its end. */
export function trimmed(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end);
  const start = span.start + slice.length - slice.trimStart().length;
  return { start, end: Math.max(start, span.start + slice.trimEnd().length) };
}

/** The start of the line that holds an offset. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !'\r\n'.includes(text.charAt(start - 1))) start--;
  return start;
}
