/**
 * What a file system tells of a file without reading it. Any of it changes with the content, as far as clocks and file systems go; what
 * they cannot tell is found out when the content is next read: see `StoredText`.
 */
export interface FileMark {
  /** In bytes. */
  readonly size: number;
  /** When the content was last written, in milliseconds since 1970. Programs can set it to anything. */
  readonly written: number;
  /** When the content, the name or the rights were last changed. No program can set it back, where the file system keeps it at all. */
  readonly touched: number;
  /** The number of the file: another one where a file was put in its place. 0 where the file system has none. */
  readonly number: number;
}

/**
 * How long a file must have been left alone for its mark to count, in milliseconds. Two writes in one tick of a file system's clock
 * leave one mark; the coarsest clock, that of FAT, ticks every two seconds.
 */
const TICK_MS = 2100;

/**
 * Whether a file is still the one of which a mark was taken. A clock that stood wrong makes a mark count less and never more: a file that
 * was written in the future has not been left alone.
 *
 * @param takenAt when the content was read of which the first mark is, in milliseconds since 1970
 */
export function isUntouched(mark: FileMark | null, takenAt: number, now: FileMark | null): boolean {
  if (!mark || !now) return false;
  const leftAlone = Math.max(mark.written, mark.touched) + TICK_MS <= takenAt;
  return leftAlone && sameMark(mark, now);
}

/** Whether two marks say the same. */
export function sameMark(a: FileMark, b: FileMark): boolean {
  return a.size === b.size && a.written === b.written && a.touched === b.touched && a.number === b.number;
}
