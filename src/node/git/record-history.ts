import {
  changeOf,
  createComparer,
  hasSameLines,
  type FileChanges,
  type FileStates,
  type RecordChange,
  type RecordVersion,
} from '../../core/changes';
import type { GitRepository } from './git-repository';
import { glossLog } from './gloss-log';
import { DISK, type RawChange } from './raw-change';
import { changedFiles, readStates } from './raw-diff';
import { headOf } from './revisions';

/**
 * The versions in which a record changed, newest first. Renames of its file are followed, and so is the record where it moved from one
 * file to another. A merge counts only where its version of the record differs from those of all parents.
 *
 * @param path the file that the record is or was in last
 * @param name its id, or the words that stand in for one
 */
export async function recordHistory(repository: GitRepository, path: string, name: string): Promise<RecordVersion[]> {
  const compare = createComparer();
  const names = new Set([name]);
  const paths = new Set([path]);
  const versions: RecordVersion[] = [];
  if ((await headOf(repository)) === null) return [];
  const uncommitted = await changeIn(repository, await changedFiles(repository, 'HEAD', null), paths, names, compare);
  if (uncommitted) versions.push({ commit: null, author: null, date: null, subject: null, ...uncommitted });
  const log = await glossLog(repository);
  for (let start = 0; start < log.length; start += AT_ONCE) {
    const steps = log.slice(start, start + AT_ONCE);
    const cached = await withBlobs(
      repository,
      steps.flatMap(({ changes }) => changes.flat()).filter(({ path }) => paths.has(path)),
    );
    for (const { commit, author, date, subject, parents, changes } of steps) {
      const found: Found[] = [];
      for (const against of changes) {
        const change = await changeIn(cached, against, paths, names, compare);
        if (change) found.push(change);
      }
      const [first] = found;
      if (first && found.length >= Math.max(1, parents)) versions.push({ commit, author, date, subject, ...first });
    }
  }
  return versions;
}

/** How many commits' contents to ask for at once, as git is started each time. */
const AT_ONCE = 25;

/** The repository, with the contents of these changes read ahead; others are read as they are needed. */
async function withBlobs(repository: GitRepository, changes: readonly RawChange[]): Promise<GitRepository> {
  const names = changes
    .flatMap(({ before, after }) => [before, after])
    .filter((name) => name !== null && name !== DISK);
  const unique = [...new Set(names.flatMap((name) => name ?? []))];
  const blobs = await repository.blobs(unique);
  const known = new Map(unique.map((name, i) => [name, blobs[i] ?? null]));
  const blobOf = async (name: string) => known.get(name) ?? (await repository.blobs([name]))[0] ?? null;
  return { ...repository, blobs: (asked) => Promise.all(asked.map(blobOf)) };
}

type Comparer = ReturnType<typeof createComparer>;

interface Found {
  readonly path: string;
  readonly kind: FileChanges['kind'];
  readonly record: RecordChange;
}

/** The change of a record in one step; null where there is none. Adds the path at which the record was before to `paths`. */
async function changeIn(
  repository: GitRepository,
  changes: readonly RawChange[],
  paths: Set<string>,
  names: Set<string>,
  compare: Comparer,
): Promise<Found | null> {
  const own = changes.filter(({ path }) => paths.has(path));
  for (const { oldPath } of own) if (oldPath !== null) paths.add(oldPath);
  const found = await findChange(repository, own, names, compare);
  if (found?.record.change !== 'added') return found;
  // The record may have moved here from another file in the same step.
  const moved = await findChange(repository, changes, names, compare);
  const from = moved?.record.movedFrom ?? null;
  if (from === null) return found;
  paths.add(from);
  return moved;
}

async function findChange(
  repository: GitRepository,
  changes: readonly RawChange[],
  names: Set<string>,
  compare: Comparer,
): Promise<Found | null> {
  if (changes.length === 0) return null;
  const states = (await readStates(repository, changes)).filter((state) => !isUntouched(state, names));
  for (const file of compare(states)) {
    const record = changeOf(file, names);
    if (record) return { path: file.path, kind: file.kind, record };
  }
  return null;
}

/** Whether a step leaves the lines of a record as they are, so that comparing can be skipped. False for a record that had several names. */
function isUntouched({ before, after }: FileStates, names: ReadonlySet<string>): boolean {
  const [name] = names;
  if (names.size !== 1 || name === undefined || before === null || after === null) return false;
  return hasSameLines(before, after, name);
}
