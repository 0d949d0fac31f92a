import type { Problem } from '../problem';

/** A problem and the file that it is in. */
export interface FileProblem extends Problem {
  readonly path: string;
  /** The text of the file as it was read, in which the problem's span counts. */
  readonly text: string;
}
