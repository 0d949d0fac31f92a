import type { Revision } from '../../core/changes';
import { openRepository } from './git-repository';
import { headOf } from './revisions';

/** How many of each kind are listed. */
const MOST = 200;

const KINDS = [
  ['refs/heads/', 'branch'],
  ['refs/remotes/', 'remote branch'],
  ['refs/tags/', 'tag'],
] as const;

/** The branches, tags and last commits of the repository that a folder lies in, the latest of each first. Throws a `GitRefusal`. */
export async function listRevisions(folder: string): Promise<Revision[]> {
  const repository = await openRepository(folder);
  const found: Revision[] = [];
  for (const [prefix, kind] of KINDS) {
    const format = '--format=%(refname)%00%(creatordate:short)%00%(contents:subject)';
    const args = ['for-each-ref', `--count=${MOST}`, '--sort=-creatordate', format, prefix];
    for (const line of (await repository.ask(args)).split('\n')) {
      const [ref = '', date = '', subject = ''] = line.split('\0');
      if (!ref.startsWith(prefix) || ref.endsWith('/HEAD')) continue;
      found.push({ name: ref.slice(prefix.length), kind, subject, date });
    }
  }
  if ((await headOf(repository)) === null) return found;
  const log = ['log', '-50', '--format=%h%x00%as%x00%s', 'HEAD'];
  for (const line of (await repository.ask(log)).split('\n')) {
    const [name = '', date = '', subject = ''] = line.split('\0');
    if (name !== '') found.push({ name, kind: 'commit', subject, date });
  }
  return found;
}
