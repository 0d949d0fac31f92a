import { pathspecs } from './git';
import type { GitFile } from './git-status';
import type { Repository } from './repository';

const FROM_INPUT = ['--pathspec-from-file=-', '--pathspec-file-nul'];

/**
 * Commits exactly these files as they are on the disk. What else is staged stays staged and what else is changed stays changed: git
 * makes the commit from an index of its own, and takes it over only once the commit, with all hooks, has worked.
 *
 * @returns the short hash
 * @throws GitError with what git or a hook said; the index is then as it was
 */
export async function commitFiles(
  { git }: Repository,
  files: readonly Pick<GitFile, 'path' | 'known'>[],
  message: string,
): Promise<string> {
  const strangers = pathspecs(files.filter(({ known }) => !known).map(({ path }) => path));
  // Git commits no file that its index does not name; an entry without content is enough, and easily taken back.
  if (strangers !== '') await git(['add', '--intent-to-add', ...FROM_INPUT], strangers);
  try {
    const paths = pathspecs(files.map(({ path }) => path));
    await git(['commit', '--only', '--quiet', `--message=${message}`, ...FROM_INPUT], paths);
  } catch (error) {
    // What git said about the commit matters more than whether this worked.
    if (strangers !== '') await git(['rm', '--cached', '--quiet', ...FROM_INPUT], strangers).catch(() => undefined);
    throw error;
  }
  return (await git(['rev-parse', '--short', 'HEAD'])).trim();
}
