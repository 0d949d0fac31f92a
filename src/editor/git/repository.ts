import type { GitRunner } from '../archive/platform';
import { gitIn, type Git } from './git';

/** A repository on the disk. */
export interface Repository {
  /** The folder at its top, as a real path. */
  readonly top: string;
  /** Where git keeps its state: not always `.git` below the top, as in worktrees and submodules. */
  readonly gitFolder: string;
  /** Git, run at the top. */
  readonly git: Git;
}

/** A folder within a repository. */
export interface Place {
  readonly repository: Repository;
  /** The path from the repository's top to the folder, as in `notes/harbour/`; empty at the top. */
  readonly prefix: string;
}

/**
 * Finds the repository that a folder is in; null when it is in none. The folder may be reached through links, and the editor does not open
 * every repository that git sees.
 */
export async function findPlace(runner: GitRunner, program: string, folder: string): Promise<Place | null> {
  const found = await runner.find(program, folder);
  if (!found) return null;
  const { top, prefix } = found;
  const git = gitIn(runner, program, top);
  const gitFolder = (await git(['rev-parse', '--absolute-git-dir'])).replace(/\r?\n$/, '');
  return { repository: { top, gitFolder, git }, prefix };
}

/** The files that git keeps in its folder while an operation is unfinished. Rebase comes first, because it makes the other marks too. */
const MARKS = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['sequencer', 'cherry-pick or revert'],
] as const;

/** The name of an unfinished operation, such as `merge`, during which git commits all files or none. Null where there is none. */
export async function underWay(exists: (name: string) => Promise<boolean>): Promise<string | null> {
  for (const [mark, name] of MARKS) if (await exists(mark)) return name;
  return null;
}
