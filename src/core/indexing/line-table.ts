import { countBelow } from '../match/mentions';
import type { LineIndex } from '../text/lines';

/** The lines of a text as numbers: where each starts, and where each ends without its line end. */
export interface LineTable {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The lines of a text. Searches for line ends with the engine's own search, which reads many code units at a time. */
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

/** The same answers as `indexLines` gives for the text that the table was made from. */
export function linesOf({ starts, ends }: LineTable): LineIndex {
  const length = ends.at(-1) ?? 0;
  return {
    count: starts.length,
    lineAt: (offset) => Math.max(0, countBelow(starts, offset + 1) - 1),
    startOf: (line) => starts[line] ?? length,
    endOf: (line) => ends[line] ?? length,
  };
}
