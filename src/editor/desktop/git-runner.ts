import { confirmTop } from '../../node/git/confirm-top';
import { GitRefusal } from '../../node/git/refusal';
import { runGit } from '../../node/git/run-git';
import { findWorkTree } from '../../node/git/work-tree';
import { GitError } from '../git/git';
import type { GitRunner } from '../archive/platform';

/** Runs git, with its messages in English, as some are recognised; the encoding stays UTF-8 for hooks, which inherit the environment. */
async function run(program: string, top: string, args: readonly string[], input = ''): Promise<string> {
  const env = { LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' };
  const { code, failure, ...printed } = await runGit(top, args, { program, input, env, commits: args[0] === 'commit' });
  const [stdout, stderr] = [printed.stdout.toString(), printed.stderr.toString()];
  if (code !== 0) throw new GitError(stderr.trim() || stdout.trim() || failure, code);
  return stdout;
}

export const gitRunner: GitRunner = {
  run,
  async find(program, folder) {
    const found = await findWorkTree(folder);
    if (!found) return null;
    await confirmTop(found.top, program).catch((error: unknown) => {
      throw error instanceof GitRefusal ? new GitError(error.message, null) : error;
    });
    return found;
  },
};
