import { indexLines } from '../text/lines';
import type { Span } from '../text/span';

/** The first and the last line of something, both 1-based and included. Counted by LF alone, as git does. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Finds the lines of spans of a text, as git counts them. */
export function gitLines(text: string): (span: Span) => LineRange {
  const lines = indexLines(text.replaceAll('\r', ' '));
  // A block scalar ends behind its line end.
  return ({ start, end }) => {
    const last = Math.max(start, text[end - 1] === '\n' ? end - 1 : end);
    return { first: lines.lineAt(start) + 1, last: lines.lineAt(last) + 1 };
  };
}
