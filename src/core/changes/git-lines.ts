import { indexLines } from '../text/lines';
import type { Span } from '../text/span';

/** A range of lines: the first and the last one, both 1-based and included. Only LF ends a line, as in git. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Gives the function that tells the lines of a span, as git counts them. */
export function gitLines(text: string): (span: Span) => LineRange {
  const lines = indexLines(text.replaceAll('\r', ' '));
  // The span of a block scalar includes its line end, which belongs to the last line.
  return ({ start, end }) => {
    const last = Math.max(start, text[end - 1] === '\n' ? end - 1 : end);
    return { first: lines.lineAt(start) + 1, last: lines.lineAt(last) + 1 };
  };
}
