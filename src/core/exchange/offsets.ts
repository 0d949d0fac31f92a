import { lowerBound } from '../sorted';

// The only place where offsets are converted. The archive counts UTF-16 code units with its own line ends; exported texts have LF alone,
// and some formats count code points. Both leave units out, so both are one kind of map.

/** The way between a text and a form of it that leaves some of its units out. A binary search a call. */
class LeftOut {
  readonly #left: readonly number[];
  readonly #short: readonly number[];

  /** @param left the offsets of the units that are left out, ascending */
  constructor(left: readonly number[]) {
    this.#left = left;
    this.#short = left.map((offset, i) => offset - i);
  }

  /** An offset in the text as one in the short form. Between a unit and the left-out one behind it, that of their end. */
  shortOf(offset: number): number {
    return offset - lowerBound(this.#left, offset);
  }

  /** An offset in the short form as one in the text. */
  longOf(offset: number): number {
    return offset + lowerBound(this.#short, offset + 1);
  }
}

/** A text with LF as its only line end, and the way to and from the offsets of the text as it was. */
export class LineFeeds extends LeftOut {
  readonly text: string;

  constructor(original: string) {
    super(original.includes('\r') ? offsetsOf(original, /\r(?=\n)/g, 1) : []);
    this.text = withLineFeeds(original);
  }
}

/** The way between UTF-16 offsets of a text (`longOf`) and code points (`shortOf`). An offset inside of a pair counts as the pair's end. */
export class CodePoints extends LeftOut {
  constructor(text: string) {
    super(offsetsOf(text, /[\u{10000}-\u{10ffff}]/gu, 1));
  }
}

/** A text with LF as its only line end. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function offsetsOf(text: string, what: RegExp, behind: number): number[] {
  return Array.from(text.matchAll(what), ({ index }) => index + behind);
}
