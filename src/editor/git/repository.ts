import type { GitRunner } from '../archive/platform';
import { GitError, gitIn, type Git } from './git';

/** A repository on the disk. */
export interface Repository {
  /** The folder at its top, as git spells it. */
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
 * Finds the repository that a folder is in; null when it is in none. Asks git itself, as the folder may be reached through links, and
 * as the editor does not open every repository that git sees.
 */
export async function findPlace(run: GitRunner, program: string, folder: string): Promise<Place | null> {
  const ask = async (option: string) =>
    (await gitIn(run, program, folder)(['rev-parse', option])).replace(/\r?\n$/, '');
  try {
    // One question at a time: names may hold line breaks.
    const top = await ask('--show-toplevel');
    const repository = { top, gitFolder: await ask('--absolute-git-dir'), git: gitIn(run, program, top) };
    return { repository, prefix: await ask('--show-prefix') };
  } catch (error) {
    if (error instanceof GitError && /not a git repository/i.test(error.message)) return null;
    throw error;
  }
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
