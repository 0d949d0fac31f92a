import { execFile } from 'node:child_process';
import { devNull, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { isTop } from './work-tree';

/** How one call of git differs from the others. */
export interface GitCall {
  /** The program; by default `git`, looked up on the PATH. */
  readonly program?: string | undefined;
  /** Written to its standard input. */
  readonly input?: string;
  /** More variables of its environment. `HARDENED` wins over them. */
  readonly env?: Readonly<Record<string, string>>;
  /** The most bytes that it may print, 64 MiB by default; a call that prints more fails. */
  readonly most?: number;
  /** Whether it is a commit, to which the hooks of the repository belong, and what they fetch. */
  readonly commits?: boolean;
  /** How long it may take, in milliseconds; two minutes by default, and as long as it likes for a commit. */
  readonly patience?: number;
}

/** How a call of git ended. */
export interface GitAnswer {
  /** The exit code; null when git could not be started, was killed, or printed too much. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Why there is no exit code 0, in the words of Node or of this module; empty for the exit code 0. */
  readonly failure: string;
}

// A repository's own configuration may name programs, and a repository may come from a stranger. Four things keep git from running these
// for a mere look:
//
// 1. The settings and variables below, which go with every call.
// 2. Where git is run: at the top of a work tree only, which `.git` marks (work-tree.ts), so that no repository is found that lies among
//    the files of another one.
// 3. Flags of single commands: `--no-textconv` and `--no-ext-diff` for `log`, `diff-tree` and `blame`.
// 4. Commands that are not used: a filter (`filter.*.clean`, `.smudge`, `.process`) cannot be switched off. git runs it wherever it
//    compares a file of the work tree, or takes it in: `status`, `diff`, `diff-index`, `diff-files`, `ls-files -m`, `hash-object --path`,
//    and `blame` without a revision. So objects are read by `cat-file`, and the files of the work tree by ourselves (work-tree-changes.ts).
//
// Commands that write are another matter. `add`, `rm` and `commit`, and the `status` before a commit, run the filters of the repository,
// as they must: a filter may be what keeps a file encrypted. A commit runs its hooks, too. The editor only gives them for a trusted folder,
// in which its own git runs the same programs.

/** Settings that go in front of every command. The hooks of a commit inherit them. */
const SETTINGS = ['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '--no-pager'];

/**
 * More settings for all but a commit: no hook, no repository without `.git`, no transport by which to fetch objects that a partial clone
 * lacks. Each is a no-op for a git that is too old to know it.
 */
const LOOKING = ['core.hooksPath=/dev/null', 'safe.bareRepository=explicit', 'protocol.allow=never'];

/** The environment of every command: no question at a terminal, no write for a mere look, no fetch of objects that a partial clone lacks. */
const HARDENED = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };

/**
 * Variables that name another repository, or parts of one: git sets them for hooks, for one repository. They must not count for another.
 * As `git rev-parse --local-env-vars` lists them, without those that hold a person's settings.
 */
const OF_ANOTHER = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_CONFIG'],
  ...['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_GRAFT_FILE', 'GIT_SHALLOW_FILE'],
  ...['GIT_IMPLICIT_WORK_TREE', 'GIT_INTERNAL_SUPER_PREFIX', 'GIT_REPLACE_REF_BASE', 'GIT_NO_REPLACE_OBJECTS'],
];

/**
 * Runs git. This is the only function of ours that starts git, so that a restriction added here holds for every caller. Runs without a
 * shell, so that no file name becomes a command. Rejects only where an argument has a NUL.
 *
 * @param top the top of a work tree, as `findWorkTree` gives it, else git is not run; null to run git outside of any repository
 */
export function runGit(top: string | null, args: readonly string[], call: GitCall = {}): Promise<GitAnswer> {
  const { program = 'git', input = '', env = {}, most = 64 * 1024 * 1024, commits = false } = call;
  const { patience = commits ? 0 : PATIENCE_MS } = call;
  if (top !== null && !isTop(top)) return Promise.resolve(NOWHERE);
  const inherited = Object.entries(process.env).filter(([name]) => !OF_ANOTHER.includes(name.toUpperCase()));
  const place = top === null ? { GIT_DIR: devNull } : { GIT_CEILING_DIRECTORIES: dirname(top) };
  const options = {
    cwd: top ?? tmpdir(),
    encoding: 'buffer' as const,
    // An empty list of transports counts more than settings of the repository, such as `protocol.ssh.allow`.
    env: {
      ...Object.fromEntries(inherited),
      ...env,
      ...HARDENED,
      ...(commits ? {} : { GIT_ALLOW_PROTOCOL: '' }),
      ...place,
    },
    maxBuffer: most,
    // Settings of a repository may name a file that never ends, such as a list of ignored files that is a device.
    timeout: patience,
    killSignal: 'SIGKILL' as const,
    windowsHide: true,
  };
  const settings = commits ? SETTINGS : [...LOOKING.flatMap((setting) => ['-c', setting]), ...SETTINGS];
  return new Promise((resolve) => {
    const child = execFile(program, [...settings, ...args], options, (error, stdout, stderr) => {
      // An error of the system, such as a program that is not there, has a name in place of the exit code.
      const code = error ? error.code : 0;
      const failure = typeof code !== 'string' && error?.signal === 'SIGKILL' ? NO_ANSWER : (error?.message ?? '');
      resolve({ code: typeof code === 'number' ? code : null, stdout, stderr, failure });
    });
    // A command that does not read its input closes the pipe; its exit code tells of a failure.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

const PATIENCE_MS = 120_000;
const NO_ANSWER = 'git did not answer in time, and was stopped';

const NOWHERE: GitAnswer = {
  ...{ code: null, stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) },
  failure: 'This folder is not a git repository',
};

/** Why a call has failed, as git says it: the first line of its message, without a full stop at its end. */
export function reasonOf({ code, stderr, failure }: GitAnswer): string {
  const said = stderr
    .toString()
    .split('\n')
    .find((line) => line.trim() !== '');
  const reason = code === null ? failure : (said ?? failure);
  return reason
    .trim()
    .replace(/^(?:fatal|error): /, '')
    .replace(/\.$/, '');
}

/**
 * Bytes that git prints; null where it fails or is not there.
 *
 * @param top as for `runGit`
 * @param highest the highest exit code that is no failure; 0 unless the command counts with it
 */
export async function gitBytes(
  top: string | null,
  args: readonly string[],
  { highest = 0, ...call }: GitCall & { readonly highest?: number } = {},
): Promise<Buffer | null> {
  const { code, stdout } = await runGit(top, args, call);
  return code !== null && code <= highest ? stdout : null;
}
