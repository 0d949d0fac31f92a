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
