import { unwritable } from '../yaml/unwritable';

// What happens to whole lines of a merge: they are moved to another column, or chosen from three sides by their bytes.

/**
 * Moves all lines but the first by some columns, so that what stood in one file fits into another.
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

/** Blank lines and comments of three sides. Where both changed them, what either wrote stays. */
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
