/** Turns offsets into lines and back. Lines end at LF, CRLF or a lone CR, as an editor counts them. */
export interface LineIndex {
  /** How many lines the text has: one more than it has line ends. */
  readonly count: number;
  /** The 0-based line that holds an offset. Offsets past the end belong to the last line. */
  lineAt(offset: number): number;
  /** The offset of a 0-based line's first code unit. */
  startOf(line: number): number;
  /** The offset behind a 0-based line's last code unit, its line end left out. */
  endOf(line: number): number;
}

/** Indexes the line ends of a text: one pass over it, then a binary search for each question. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  const ends: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== LF && unit !== CR) continue;
    ends.push(i);
    if (unit === CR && text.charCodeAt(i + 1) === LF) i++;
    starts.push(i + 1);
  }
  ends.push(text.length);
  return {
    count: starts.length,
    lineAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? Infinity) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    startOf: (line) => starts[line] ?? text.length,
    endOf: (line) => ends[line] ?? text.length,
  };
}

const LF = 0x0a;
const CR = 0x0d;

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
