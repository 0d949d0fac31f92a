/** What a command may touch besides files. Tests hand in their own, and so run commands in their own process. */
export interface Io {
  /** Writes to standard output, where only results go. */
  stdout(text: string): void;
  /** Writes to standard error, where messages for people go. */
  stderr(text: string): void;
  /** The folder that relative paths start from, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What this process was started with. */
export const PROCESS: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  // Asked for late, as it throws where the folder has been deleted meanwhile.
  get cwd() {
    return process.cwd();
  },
  env: process.env,
};
