import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { StagedFile } from '../../core/changes';
import { hasMarkers } from '../../core/conflicts';
import { decodeText } from '../../core/text';
import { gitBytes } from './run-git';

/**
 * Tells git that the conflict in a file is solved. Null where the file on the disk still has markers, or git could not stage it.
 *
 * @param path absolute
 */
export async function stageSolved(path: string): Promise<StagedFile | null> {
  if (hasMarkers(decodeText(await readFile(path)) ?? '<<<<<<<')) return null;
  const conflict = (await entriesOf(path)).filter((entry) => !isSolved(entry));
  const added = await gitBytes(dirname(path), ['--literal-pathspecs', 'add', '--', basename(path)]);
  const [solved, ...more] = await entriesOf(path);
  if (added === null || solved === undefined || more.length > 0) return null;
  return { conflict, solved, during: await stateOf(dirname(path)) };
}

/**
 * Takes the staging of a solved file back, so that it is in conflict for git again; the file on the disk stays as it is. Refuses when the
 * file was staged again since, or when the merge was finished or given up.
 *
 * @param path absolute
 * @returns null once it is done, else why it is not, as a sentence
 */
export async function unstageSolved(path: string, staged: StagedFile): Promise<string | null> {
  const { conflict, solved, during } = staged;
  const folder = dirname(path);
  const now = await entriesOf(path);
  if (now.some((entry) => !isSolved(entry))) return null;
  if (now.length !== 1 || now[0] !== solved) return 'The file was staged again since.';
  if ((await stateOf(folder)) !== during) return 'The merge was finished or given up since.';
  const objects = conflict.map((entry) => entry.split(' ')[1] ?? '');
  const known = (await gitBytes(folder, ['cat-file', '--batch-check'], { input: lines(objects, '\n') }))?.toString();
  const isThere = (object: string) => known?.includes(`${object} blob `) === true;
  // A name that is not UTF-8 could not be told from the name of another file.
  if (conflict.length === 0 || !objects.every(isThere) || solved.includes('\ufffd')) {
    return 'git no longer has both sides of the conflict.';
  }
  const name = solved.slice(solved.indexOf('\t') + 1);
  const removal = `0 ${'0'.repeat(objects[0]?.length ?? 40)}\t${name}`;
  // One call, which writes all of the index or nothing.
  const done = await gitBytes(folder, ['update-index', '-z', '--index-info'], {
    input: lines([removal, ...conflict], '\0'),
  });
  return done === null ? 'git could not write its index. Another program may be at work in the repository.' : null;
}

/** The entries of the index about a file: mode, object, stage and the path from the top. */
async function entriesOf(path: string): Promise<string[]> {
  const listing = ['--literal-pathspecs', 'ls-files', '--stage', '--full-name', '-z', '--', basename(path)];
  const output = (await gitBytes(dirname(path), listing))?.toString() ?? '';
  return output.split('\0').filter((entry) => entry !== '');
}

function isSolved(entry: string): boolean {
  return /^\d+ [0-9a-f]+ 0\t/.test(entry);
}

/** The checked-out commit, and the references that git leaves while a merge, pick, revert or rebase waits to be finished. */
const HEADS = ['HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'REBASE_HEAD'];

async function stateOf(folder: string): Promise<string> {
  const ask = (name: string) => gitBytes(folder, ['rev-parse', '--verify', '--quiet', name]);
  return (await Promise.all(HEADS.map(ask))).map((answer) => answer?.toString().trim() ?? '').join(' ');
}

function lines(items: readonly string[], end: string): string {
  return items.map((item) => item + end).join('');
}
