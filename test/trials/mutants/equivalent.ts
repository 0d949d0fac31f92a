import type { Mutant } from './list-mutants';

/** A mutant that changes nothing that can be seen, as a person has judged. `file`, `line` and `change` as in a report of survivors. */
export interface Equivalent {
  /** Below src/core. */
  readonly file: string;
  /** The text of the line, without the spaces around it. */
  readonly line: string;
  readonly change: string;
  readonly why: string;
}

/** The mutants that the trial leaves out. */
export const EQUIVALENT: readonly Equivalent[] = [];

/** Whether a mutant is one of them. */
export function isEquivalent({ file, lineText, change }: Mutant, known = EQUIVALENT): boolean {
  return known.some((one) => one.file === file && one.line === lineText && one.change === change);
}
