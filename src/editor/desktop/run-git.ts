import { execFile } from 'node:child_process';
import { GitError } from '../git/git';
import type { GitRunner } from '../archive/platform';

/** Runs git without a shell, so that no file name can become a command. */
export const runGit: GitRunner = (program, folder, args, input = '') =>
  new Promise((resolve, reject) => {
    // Messages in one language, as some are recognised; the encoding stays UTF-8 for hooks, which inherit all of this.
    const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' };
    const options = { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024, windowsHide: true };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(new GitError(stderr.trim() || stdout.trim() || error.message, codeOf(error)));
    });
    // A command that does not read its input closes it; what went wrong then is told by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

/** The exit code; an error of the system, such as a program that is not there, has a name in its place. */
function codeOf({ code }: { code?: unknown }): number | null {
  return typeof code === 'number' ? code : null;
}
