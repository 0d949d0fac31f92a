import { lowerBound } from '../sorted';
import type { Offset } from './offset';

/** Turns offsets into lines and back. Lines end at LF, CRLF or a lone CR, as an editor counts them. */
export interface LineIndex {
  /** The number of lines: one more than there are line ends. */
  readonly count: number;
  /** The 0-based line that holds an offset. Offsets past the end belong to the last line. */
  lineAt(offset: Offset): number;
  /** The offset of a 0-based line's first code unit. */
  startOf(line: number): number;
  /** The offset behind a 0-based line's last code unit, its line end left out. */
  endOf(line: number): number;
}

/** The offsets of the lines of a text: the start of each, and its end without the line end. */
export interface LineTable {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Indexes the line ends of a text. Costs one pass over it, then a binary search for each question. */
export function indexLines(text: string): LineIndex {
  return linesOf(lineTable(text));
}

/** The lines of a text. Finds line ends with `indexOf`, which reads many code units at a time. */
export function lineTable(text: string): LineTable {
  const starts = [0];
  const ends: number[] = [];
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (lf >= 0 || cr >= 0) {
    const end = cr < 0 || (lf >= 0 && lf < cr) ? lf : cr;
    ends.push(end);
    const next = end === cr && lf === cr + 1 ? end + 2 : end + 1;
    starts.push(next);
    if (lf >= 0 && lf < next) lf = text.indexOf('\n', next);
    if (cr >= 0 && cr < next) cr = text.indexOf('\r', next);
  }
  ends.push(text.length);
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** The index for a table of lines; the text is not needed any more. */
export function linesOf({ starts, ends }: LineTable): LineIndex {
  const length = ends.at(-1) ?? 0;
  return {
    count: starts.length,
    lineAt: (offset) => Math.max(0, lowerBound(starts, offset + 1) - 1),
    startOf: (line) => starts[line] ?? length,
    endOf: (line) => ends[line] ?? length,
  };
}

/**
 * The text of a file as an editor shows it: decoded as UTF-8, without its byte order mark, line endings kept.
 * Returns null when the bytes are not UTF-8, or hold a NUL as binary files do.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Why bytes are no text, as a sentence without its full stop: `It is not UTF-8 text: the byte FF at 12 in line 3`. Positions of bytes
 * count from 0, lines from 1. Call it where `decodeText` answers null.
 */
export function whyNoText(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  const wrong = firstNotUtf8(bytes);
  const at = wrong < 0 || (nul >= 0 && nul < wrong) ? nul : wrong;
  if (at < 0) return 'It is too large to be decoded';
  let line = 1;
  for (let i = bytes.indexOf(10); i >= 0 && i < at; i = bytes.indexOf(10, i + 1)) line++;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const what = at === nul ? 'It is no text: a NUL' : `It is not UTF-8 text: the byte ${byte}`;
  return `${what} at ${at}, in line ${line}`;
}

/** The place of the first byte that no UTF-8 text has there; -1 where there is none. */
function firstNotUtf8(bytes: Uint8Array): number {
  const decodes = (end: number) => {
    try {
      // A character that the end cuts off waits for its rest.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  if (decodes(bad)) return lastStart(bytes);
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  // The character that the wrong byte cuts off is wrong as a whole.
  const start = lastStart(bytes.subarray(0, bad - 1));
  return start < 0 ? bad - 1 : start;
}

/** Where a character begins that the end of the bytes cuts off; -1 where none is cut off. */
function lastStart(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return -1;
    if (byte >= 0xc0) return at + (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) > bytes.length ? at : -1;
  }
  return -1;
}
