import { execFile } from 'node:child_process';
import type { GitRunner } from '../platform';

/** Runs git without a shell, so that no file name can become a command. */
export const runGit: GitRunner = (program, folder, args) =>
  new Promise((resolve, reject) => {
    const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const options = { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024, windowsHide: true };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || stdout.trim() || error.message));
      else resolve(stdout);
    });
  });
