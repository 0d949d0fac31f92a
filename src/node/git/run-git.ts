import { execFile } from 'node:child_process';

/** How one call of git differs from the others. */
export interface GitCall {
  /** The program; by default `git`, looked up on the PATH. */
  readonly program?: string;
  /** Written to its standard input. */
  readonly input?: string;
  /** More variables of its environment. `HARDENED` wins over them. */
  readonly env?: Readonly<Record<string, string>>;
  /** The most bytes that it may print, 64 MiB by default; a call that prints more fails. */
  readonly most?: number;
}

/** How a call of git ended. */
export interface GitAnswer {
  /** The exit code; null when git could not be started, was killed, or printed too much. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Node's own message about a call that failed; empty for the exit code 0. */
  readonly failure: string;
}

/**
 * Settings that go in front of every command. A repository's own configuration may name programs, and a repository may come from a
 * stranger: these keep git from running them for a mere look. The hooks of a commit inherit the settings.
 */
const SETTINGS = ['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '--no-pager'];

/** The environment of every command: no question at a terminal, no write for a mere look, no fetch of objects that a partial clone lacks. */
const HARDENED = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };

/**
 * Runs git in a folder. This is the only function of ours that starts git, so that a restriction added here holds for every caller. Runs
 * without a shell, so that no file name becomes a command. Rejects only where an argument has a NUL.
 */
export function runGit(folder: string, args: readonly string[], call: GitCall = {}): Promise<GitAnswer> {
  const { program = 'git', input = '', env = {}, most = 64 * 1024 * 1024 } = call;
  const options = {
    cwd: folder,
    encoding: 'buffer' as const,
    env: { ...process.env, ...env, ...HARDENED },
    maxBuffer: most,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = execFile(program, [...SETTINGS, ...args], options, (error, stdout, stderr) => {
      // An error of the system, such as a program that is not there, has a name in place of the exit code.
      const code = error ? error.code : 0;
      resolve({ code: typeof code === 'number' ? code : null, stdout, stderr, failure: error?.message ?? '' });
    });
    // A command that does not read its input closes the pipe; its exit code tells of a failure.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/**
 * Bytes that git prints in a folder; null where it fails or is not there.
 *
 * @param highest the highest exit code that is no failure; 0 unless the command counts with it
 */
export async function gitBytes(
  folder: string,
  args: readonly string[],
  { highest = 0, ...call }: GitCall & { readonly highest?: number } = {},
): Promise<Buffer | null> {
  const { code, stdout } = await runGit(folder, args, call);
  return code !== null && code <= highest ? stdout : null;
}
