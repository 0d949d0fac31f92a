import { visible } from '../../core/text';

/** The streams, folder and environment of a call. Tests hand in their own, and so run commands without a process of their own. */
export interface Io {
  /** Writes to standard output, where only results go. */
  stdout(text: string): void;
  /** Writes to standard error, where messages for people go. */
  stderr(text: string): void;
  /** The folder that relative paths start from, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The streams, folder and environment of this process. */
export const PROCESS: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  // A getter, as `process.cwd` throws if the folder has been deleted meanwhile.
  get cwd() {
    return process.cwd();
  },
  env: process.env,
};

/**
 * The same streams, which never get a character of a stranger that acts on a terminal: all that `visible` spells out is spelled out here, if
 * not before. Only line ends stay.
 */
export function guarded(io: Io): Io {
  const plain = (text: string) => text.split('\n').map(visible).join('\n');
  return {
    stdout: (text) => io.stdout(plain(text)),
    stderr: (text) => io.stderr(plain(text)),
    get cwd() {
      return io.cwd;
    },
    env: io.env,
  };
}
