import type { GitRunner } from '../archive/platform';

/** Runs git at the top of one repository; `input` goes to its standard input. Rejects with a `GitError`. */
export type Git = (args: readonly string[], input?: string) => Promise<string>;

/** Git ended with an error. The message is git's own, or that of the hook that stopped it. */
export class GitError extends Error {
  override name = 'GitError';

  /** @param code the exit code; null when git could not be started or was killed */
  constructor(
    message: string,
    readonly code: number | null,
  ) {
    super(message);
  }
}

/** Git as it runs at the top of a repository. */
export function gitIn(runner: GitRunner, program: string, top: string): Git {
  return (args, input) => runner.run(program, top, args, input);
}

/**
 * Names files literally for `--pathspec-from-file=- --pathspec-file-nul`: with neither wildcards nor a limit on the length of a command.
 * The flag `--literal-pathspecs` would do that too, but hooks inherit it, and it would change the meaning of their own git commands.
 *
 * @param paths relative to the top of the repository, with `/`
 */
export function pathspecs(paths: readonly string[]): string {
  return paths.map((path) => `:(top,literal)${path}\0`).join('');
}
