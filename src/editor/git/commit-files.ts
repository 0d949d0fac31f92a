import { pathspecs } from './git';
import type { GitFile } from './git-status';
import type { Repository } from './repository';

const FROM_INPUT = ['--pathspec-from-file=-', '--pathspec-file-nul'];

/**
 * Commits exactly these files as they are on the disk. Other staged files stay staged and other changed files stay changed: `--only`
 * makes git build the commit in a temporary index, which replaces the real one only once the commit, with all hooks, has worked.
 *
 * @returns the short hash
 * @throws GitError with the message of git or of a hook; the index is then as it was
 */
export async function commitFiles(
  { git }: Repository,
  files: readonly Pick<GitFile, 'path' | 'known'>[],
  message: string,
): Promise<string> {
  const strangers = pathspecs(files.filter(({ known }) => !known).map(({ path }) => path));
  // `--only` takes no file that the index does not name. An entry without content is enough, and is easily taken back.
  if (strangers !== '') await git(['add', '--intent-to-add', ...FROM_INPUT], strangers);
  try {
    const paths = pathspecs(files.map(({ path }) => path));
    await git(['commit', '--only', '--quiet', `--message=${message}`, ...FROM_INPUT], paths);
  } catch (error) {
    // Ignore failures here: the error of the commit itself matters more.
    if (strangers !== '') await git(['rm', '--cached', '--quiet', ...FROM_INPUT], strangers).catch(() => undefined);
    throw error;
  }
  return (await git(['rev-parse', '--short', 'HEAD'])).trim();
}
