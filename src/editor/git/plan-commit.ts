import { summarize, type GlossChange } from '../../core/changes';
import { isGlossFile, MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import { GitError } from './git';
import { parseStatus, STATUS, type GitFile } from './git-status';
import type { Repository } from './repository';

/** The gloss files of one repository that a commit would hold. */
export interface CommitPlan {
  readonly repository: Repository;
  readonly branch: string | null;
  readonly files: readonly GitFile[];
  /** The gloss files in conflict; as long as there are any, nothing can be committed. */
  readonly conflicts: readonly string[];
  /** How many other files are in conflict. Git then refuses to commit any. */
  readonly otherConflicts: number;
  /** Gloss files that exist, but that `.gitignore` or the like excludes. */
  readonly ignored: readonly string[];
}

/** A repository that holds gloss files. */
export interface CommitTarget {
  readonly repository: Repository;
  /** The paths from its top to the roots of archives, each with a `/` at its end; empty for a root at the top. */
  readonly prefixes: readonly string[];
  /** The gloss files that are known to be there, as paths from its top. */
  readonly known: readonly string[];
}

/** Finds out which files there are to commit. */
export async function planCommit({ repository, prefixes, known }: CommitTarget): Promise<CommitPlan> {
  const { git } = repository;
  const where = prefixes.includes('') ? [] : prefixes.map((prefix) => `:(top,literal)${prefix.replace(/\/$/, '')}`);
  const { branch, files } = parseStatus(await git([...STATUS, '--', ...where]));
  const gloss = files.filter(({ path }) => isGlossFile(path));
  const conflicts = gloss.filter(({ state }) => state === 'conflict').map(({ path }) => path);
  const stages = (await git(['ls-files', '--unmerged', '-z'])).split('\0').filter((entry) => entry !== '');
  const unmerged = new Set(stages.map((entry) => entry.slice(entry.indexOf('\t') + 1)));
  return {
    repository,
    branch,
    files: gloss.filter(({ state }) => state !== 'conflict'),
    conflicts,
    otherConflicts: [...unmerged].filter((path) => !conflicts.includes(path)).length,
    ignored: await findIgnored(repository, known),
  };
}

async function findIgnored({ git }: Repository, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  try {
    const found = await git(['check-ignore', '-z', '--stdin'], paths.map((path) => `${path}\0`).join(''));
    return found.split('\0').filter((path) => path !== '');
  } catch (error) {
    // Code 1 says that no path is ignored. Other codes come from paths such as those in submodules, which are not asked about here.
    if (error instanceof GitError) return [];
    throw error;
  }
}

/** With more files than this, the proposed message only counts them: asking git about each file would take seconds. */
const MANY = 400;

/**
 * Proposes a commit message from the changes since the last commit.
 *
 * @param read the text of a file as it is on the disk, by its path from the top; null when there is none
 */
export async function proposeMessage(
  { repository, files }: CommitPlan,
  prefixes: readonly string[],
  read: (path: string) => Promise<string | null>,
): Promise<string> {
  if (files.length > MANY) return `Update annotations in ${files.length} files`;
  const changes: GlossChange[] = [];
  for (const { path, state } of files) {
    const before = state === 'new' ? null : await committed(repository, path);
    changes.push({ kind: kindOf(path, prefixes), before, after: state === 'deleted' ? null : await read(path) });
  }
  return summarize(changes);
}

/** The text of a file in the last commit. Null when that does not have the file, or there is no commit yet. */
async function committed({ git }: Repository, path: string): Promise<string | null> {
  try {
    return await git(['cat-file', 'blob', `HEAD:${path}`]);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

function kindOf(path: string, prefixes: readonly string[]): GlossChange['kind'] {
  if (prefixes.some((prefix) => path === prefix + REGISTRY_FILE)) return 'registry';
  return path.split('/').at(-1) === MANIFEST_FILE ? 'manifest' : 'sidecar';
}
