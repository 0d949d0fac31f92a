import type { Decision, FileEdit } from '../../core/decision';

/** The writing part of an archive. The history, and changes of many files, need no more of it. */
export interface Writer {
  write(paths: readonly string[], make: () => Decision): Promise<readonly FileEdit[] | null>;
  readonly core: { ownText(path: string): string | null };
}
