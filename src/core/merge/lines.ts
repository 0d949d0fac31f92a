import { unwritable } from '../yaml/unwritable';

// Moves lines to another column, and chooses lines from three sides.

/**
 * Moves all lines but the first by some columns, to fit the lines of one file into another.
 *
 * @throws RangeError where a line has too little space before it
 */
export function shift(source: string, columns: number): string {
  if (columns === 0) return source;
  return source
    .split('\n')
    .map((line, i) => {
      if (i === 0 || line.trim() === '') return line;
      if (columns > 0) return ' '.repeat(columns) + line;
      if (line.slice(0, -columns).trim() === '') return line.slice(-columns);
      return line.trimStart().startsWith('#') ? line.trimStart() : unwritable();
    })
    .join('\n');
}

/** The bytes that a side changed; ours where both did, or neither. */
export function changedBytes(base: string | undefined, ours: string, theirs: string): string {
  return ours === base ? theirs : ours;
}

/** Blank lines and comments of three sides. Where both sides changed them, the comments of both stay. */
export function mergeComments(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  return ours + addedComments(base + ours, theirs);
}

/** The lines of comments in `now` that `before` does not have. */
export function addedComments(before: string, now: string): string {
  if (before === now || now === '') return '';
  const known = new Set(before.split('\n').map((line) => line.trim()));
  return now
    .split(/(?<=\n)/)
    .filter((line) => line.trim() !== '' && !known.has(line.trim()))
    .join('');
}
