import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { realPathInside } from '../inside-root';
import { LIMITS, readOrMissing } from '../read-file';
import { GLOSS_PATHS, type GitRepository } from './git-repository';
import { readTree } from './git-tree';
import { DISK, type RawChange } from './raw-change';
import { pairRenames } from './renames';

/**
 * The gloss files in which the working tree differs from a commit, by path; also those that git does not track, and does not ignore. Links
 * count as missing files. A file that differs by nothing but its line ends does not differ, as git may have been told to change these.
 *
 * Reads the files itself: git would run the filters that the repository's configuration names.
 *
 * @param from a commit or a tree
 */
export async function changesOnDisk(repository: GitRepository, from: string): Promise<RawChange[]> {
  const tree = await readTree(repository, from, '');
  const listing = ['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard', ...GLOSS_PATHS];
  const listed = new Map<string, string>();
  for (const entry of (await repository.ask(listing)).split('\0'))
    if (entry !== '') listed.set(entry.slice(2), entry.charAt(0));
  const read = reader(repository.root);
  const contents = new Map<string, Buffer>();
  const changes: RawChange[] = [];
  for (const path of new Set([...tree.paths.filter(isGloss), ...listed.keys()])) {
    const before = tree.objectOf(path);
    const bytes = listed.has(path) ? await read(path) : null;
    // A sparse checkout leaves files out, and they are not deleted.
    if (bytes === null && (before === null || listed.get(path) === SKIPPED)) continue;
    if (bytes !== null && before !== null && isSame(bytes, before)) continue;
    if (bytes !== null && before === null) contents.set(path, bytes);
    changes.push({ path, oldPath: null, before, after: bytes === null ? null : DISK });
  }
  const paired = await pairRenames(repository, changes, contents);
  return paired.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The letter of `ls-files -t` for a file that a sparse checkout leaves out. */
const SKIPPED = 'S';

/** The files that `GLOSS_PATHS` names. */
function isGloss(path: string): boolean {
  return /(?:\.gloss\.yaml|(?:^|\/)postgloss\.yaml)$/.test(path);
}

/** Reads files of a working tree; null where there is no file, or a link. Each folder is looked at once. */
function reader(root: string): (path: string) => Promise<Buffer | null> {
  const inside = new Map<string, Promise<boolean>>();
  return async (path) => {
    const absolute = join(root, path);
    const folder = dirname(absolute);
    const known = inside.get(folder) ?? realPathInside(root, folder).then((real) => real !== null);
    inside.set(folder, known);
    return (await known) ? readOrMissing(absolute, LIMITS.gloss, false) : null;
  };
}

function isSame(bytes: Buffer, object: string): boolean {
  if (nameOf(bytes, object) === object) return true;
  return (
    bytes.includes('\r\n') &&
    nameOf(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), object) === object
  );
}

/** The name that git would give to a file's content, in the kind of hash that another name has: SHA-1, or SHA-256 for a longer one. */
function nameOf(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
