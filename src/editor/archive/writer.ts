import type { Decision, FileEdit } from '../../core/decision';

/** The part of an archive that writes: all that history and changes of many files need of it. */
export interface Writer {
  write(paths: readonly string[], make: () => Decision): Promise<readonly FileEdit[] | null>;
  readonly core: { ownText(path: string): string | null };
}
