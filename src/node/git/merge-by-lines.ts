import { gitBytes } from './run-git';
import { findWorkTree } from './work-tree';

/** The three versions of a file, as paths or as bytes. */
export interface Three<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/**
 * Merges line by line, with git's markers where both sides changed the same lines. Both sides are in the result in any case: if git is not
 * there or cannot merge, all lines that differ go between one pair of markers.
 *
 * @param folder the settings of the repository that it lies in say how conflicts are shown
 * @param paths absolute
 */
export async function mergeByLines(
  folder: string,
  paths: Three<string>,
  bytes: Three<Buffer>,
  markerSize: number,
): Promise<Buffer> {
  const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
  // The paths are absolute, so that none of them can be taken for an option.
  const args = ['merge-file', '-p', `--marker-size=${markerSize}`, ...labels, paths.ours, paths.base, paths.theirs];
  // Its exit code is the number of conflicts, at most 127; a higher one is a failure.
  const top = (await findWorkTree(folder))?.top ?? null;
  const merged = await gitBytes(top, args, { most: 1 << 30, highest: 127 });
  return merged ?? betweenMarkers(bytes.ours, bytes.theirs, markerSize);
}

/** The lines that both sides begin and end with, once, and between markers the lines in which they differ. */
function betweenMarkers(ours: Buffer, theirs: Buffer, markerSize: number): Buffer {
  const mine = linesOf(ours);
  const yours = linesOf(theirs);
  const shorter = Math.min(mine.length, yours.length);
  let front = 0;
  while (front < shorter && mine[front] === yours[front]) front++;
  let back = 0;
  while (back < shorter - front && mine.at(-1 - back) === yours.at(-1 - back)) back++;
  if (front === mine.length && front === yours.length) return ours;
  const eol = (mine[0] ?? yours[0])?.endsWith('\r\n') === true ? '\r\n' : '\n';
  const closed = (lines: string[]) => lines.map((line) => (line.endsWith('\n') ? line : line + eol));
  return Buffer.from(
    [
      ...closed(mine.slice(0, front)),
      `${'<'.repeat(markerSize)} ours${eol}`,
      ...closed(mine.slice(front, mine.length - back)),
      `${'='.repeat(markerSize)}${eol}`,
      ...closed(yours.slice(front, yours.length - back)),
      `${'>'.repeat(markerSize)} theirs${eol}`,
      ...mine.slice(mine.length - back),
    ].join(''),
    'latin1',
  );
}

/** Lines with their ends, as Latin-1, in which every byte is one character: the bytes may be no text. */
function linesOf(bytes: Buffer): string[] {
  return bytes.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
