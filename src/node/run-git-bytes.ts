import { execFile } from 'node:child_process';

/** What may be told of a call of git. */
export interface GitCall {
  /** What it reads from its standard input. */
  readonly input?: string;
  /** How many bytes may come. */
  readonly most?: number;
  /** The highest exit code that is no failure; 0 unless the command counts with it. */
  readonly highest?: number;
}

/**
 * What git prints in a folder, as bytes; null where it fails or is not there. Runs without a shell, so that no name becomes a command,
 * and asks nobody for a password. What a repository's own settings could have it run for a mere look is switched off.
 */
export function gitBytes(folder: string, args: readonly string[], call: GitCall = {}): Promise<Buffer | null> {
  const { input = '', most = 64 * 1024 * 1024, highest = 0 } = call;
  const quiet = ['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '--no-pager'];
  const options = {
    cwd: folder,
    encoding: 'buffer' as const,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
    maxBuffer: most,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = execFile('git', [...quiet, ...args], options, (error, stdout) => {
      const code = error ? error.code : 0;
      resolve(typeof code === 'number' && code <= highest ? stdout : null);
    });
    // A command that does not read its input closes it; its exit code tells what went wrong.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
