import { GLOSS_PATHS, type GitRepository } from './git-repository';
import type { RawChange } from './raw-change';
import { RAW, readRaw } from './raw-diff';
import { headOf } from './revisions';

/** A commit that changed gloss files. */
export interface GlossCommit {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601, in the author's zone. */
  readonly date: string;
  /** The first line of its message. */
  readonly subject: string;
  readonly parents: number;
  /** Its changes against each parent; parents against which it changed nothing are left out. */
  readonly changes: readonly (readonly RawChange[])[];
}

/** The commits that changed gloss files, newest first, children before their parents. */
export async function glossLog(repository: GitRepository): Promise<GlossCommit[]> {
  const format = '--format=%x00%x00%H%x00%P%x00%aN%x00%aI%x00%s';
  const flags = ['--topo-order', '-m', '--encoding=UTF-8', '--no-notes', '--root'];
  if ((await headOf(repository)) === null) return [];
  const output = await repository.ask(['log', ...flags, format, ...RAW, 'HEAD', ...GLOSS_PATHS]);
  const commits: (GlossCommit & { changes: (readonly RawChange[])[] })[] = [];
  for (const part of output.split(/\0\0(?=[0-9a-f]{40,64}\0)/)) {
    const [commit = '', parents = '', author = '', date = '', subject = '', ...rest] = part.split('\0');
    if (!/^[0-9a-f]{40,64}$/.test(commit)) continue;
    const changes = readRaw(rest.join('\0'));
    const last = commits.at(-1);
    // git lists a merge once for each parent.
    if (last?.commit === commit) last.changes.push(changes);
    else {
      const count = parents.split(' ').filter((parent) => parent !== '').length;
      commits.push({ commit, author, date, subject, parents: count, changes: [changes] });
    }
  }
  return commits;
}
