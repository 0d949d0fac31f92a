import type { StagedFile } from '../../core/changes';
import { hasMarkers } from '../../core/conflicts';
import { decodeText } from '../../core/text';
import { LIMITS, readRegular } from '../read-file';
import { gitBytes } from './run-git';
import { findFile } from './work-tree';

/**
 * Tells git that the conflict in a file is solved. Null where the file on the disk still has markers, or git could not stage it.
 *
 * @param path absolute
 */
export async function stageSolved(path: string): Promise<StagedFile | null> {
  if (hasMarkers(decodeText(readRegular(path, LIMITS.gloss)) ?? '<<<<<<<')) return null;
  const file = await findFile(path);
  if (!file) return null;
  const conflict = (await entriesOf(file)).filter((entry) => !isSolved(entry));
  const added = await gitBytes(file.top, ['--literal-pathspecs', 'add', '--', file.path]);
  const [solved, ...more] = await entriesOf(file);
  if (added === null || solved === undefined || more.length > 0) return null;
  return { conflict, solved, during: await stateOf(file.top) };
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
  const file = await findFile(path);
  if (!file) return 'The file lies in no repository any more.';
  const { top } = file;
  const now = await entriesOf(file);
  if (now.some((entry) => !isSolved(entry))) return null;
  if (now.length !== 1 || now[0] !== solved) return 'The file was staged again since.';
  if ((await stateOf(top)) !== during) return 'The merge was finished or given up since.';
  const objects = conflict.map((entry) => entry.split(' ')[1] ?? '');
  const known = (await gitBytes(top, ['cat-file', '--batch-check'], { input: lines(objects, '\n') }))?.toString();
  const isThere = (object: string) => known?.includes(`${object} blob `) === true;
  // A name that is not UTF-8 could not be told from the name of another file.
  if (conflict.length === 0 || !objects.every(isThere) || solved.includes('\ufffd')) {
    return 'git no longer has both sides of the conflict.';
  }
  const name = solved.slice(solved.indexOf('\t') + 1);
  const removal = `0 ${'0'.repeat(objects[0]?.length ?? 40)}\t${name}`;
  // One call, which writes all of the index or nothing.
  const done = await gitBytes(top, ['update-index', '-z', '--index-info'], {
    input: lines([removal, ...conflict], '\0'),
  });
  return done === null ? 'git could not write its index. Another program may be at work in the repository.' : null;
}

/** The entries of the index about a file: mode, object, stage and the path from the top. */
async function entriesOf({ top, path }: { readonly top: string; readonly path: string }): Promise<string[]> {
  const listing = ['--literal-pathspecs', 'ls-files', '--stage', '--full-name', '-z', '--', path];
  const output = (await gitBytes(top, listing))?.toString() ?? '';
  return output.split('\0').filter((entry) => entry !== '');
}

function isSolved(entry: string): boolean {
  return /^\d+ [0-9a-f]+ 0\t/.test(entry);
}

/** The checked-out commit, and the references that git leaves while a merge, pick, revert or rebase waits to be finished. */
const HEADS = ['HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'REBASE_HEAD'];

async function stateOf(top: string): Promise<string> {
  const ask = (name: string) => gitBytes(top, ['rev-parse', '--verify', '--quiet', name]);
  return (await Promise.all(HEADS.map(ask))).map((answer) => answer?.toString().trim() ?? '').join(' ');
}

function lines(items: readonly string[], end: string): string {
  return items.map((item) => item + end).join('');
}
