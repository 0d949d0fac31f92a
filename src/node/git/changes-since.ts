import { compareGloss, type FileChanges } from '../../core/changes';
import { openRepository } from './git-repository';
import { changedFiles, readStates } from './raw-diff';
import { readRange } from './revisions';

/**
 * The differences between a state of the repository that a folder lies in, and its working tree. Throws a `GitRefusal` for an unknown
 * revision.
 *
 * @param since a revision; a date, `2026-11-22`; or `main...`, which is where the branch that is checked out parted from `main`
 */
export async function changesSince(
  folder: string,
  since: string,
): Promise<{ readonly root: string; readonly files: readonly FileChanges[] }> {
  const repository = await openRepository(folder);
  const isDate = /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(since);
  const asked = isDate ? { paths: [], since } : { paths: [since], since: null };
  const { from } = await readRange(repository, { ...asked, cwd: folder });
  const states = await readStates(repository, await changedFiles(repository, from, null));
  return { root: repository.root, files: compareGloss(states) };
}
