import { runGit } from '../../node/git/run-git';
import { GitError } from '../git/git';
import type { GitRunner } from '../archive/platform';

/** Runs git, with its messages in English, as some are recognised; the encoding stays UTF-8 for hooks, which inherit the environment. */
export const gitRunner: GitRunner = async (program, folder, args, input = '') => {
  const env = { LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' };
  const { code, failure, ...printed } = await runGit(folder, args, { program, input, env });
  const [stdout, stderr] = [printed.stdout.toString(), printed.stderr.toString()];
  if (code !== 0) throw new GitError(stderr.trim() || stdout.trim() || failure, code);
  return stdout;
};
