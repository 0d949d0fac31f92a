/**
 * A file's size, times and number, which a file system tells without reading it. One of them changes with the content, as far as clocks and
 * file systems are exact. A change that they miss is noticed when the content is next read; see `StoredText`.
 */
export interface FileMark {
  /** In bytes. */
  readonly size: number;
  /** When the content was last written (`mtime`), in milliseconds since 1970. Programs can set it to anything. */
  readonly written: number;
  /** When content, name or rights were last changed (`ctime`), in milliseconds since 1970. Where it exists, no program can set it. */
  readonly touched: number;
  /** The number of the file (`ino`). A file that is put in its place has another one. 0 where the file system has none. */
  readonly number: number;
}

/**
 * How long a file must have been left alone for its mark to count, in milliseconds. Two writes in one tick of a file system's clock leave
 * the same mark; the coarsest clock, that of FAT, ticks every two seconds.
 */
const TICK_MS = 2100;

/**
 * Whether a file is surely unchanged since a mark was taken. A wrong clock makes this false more often, and never true by mistake: a file
 * that was written in the future has not been left alone.
 *
 * @param takenAt when the marked content was read, in milliseconds since 1970
 */
export function isUntouched(mark: FileMark | null, takenAt: number, now: FileMark | null): boolean {
  if (!mark || !now) return false;
  const leftAlone = Math.max(mark.written, mark.touched) + TICK_MS <= takenAt;
  return leftAlone && sameMark(mark, now);
}

/** Whether two marks are equal. */
function sameMark(a: FileMark, b: FileMark): boolean {
  return a.size === b.size && a.written === b.written && a.touched === b.touched && a.number === b.number;
}
