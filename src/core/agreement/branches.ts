import type { LineIndex } from '../text/lines';
import type { Marking, PostUnit } from './marking';

/** The annotations of several branches. Each branch counts as an annotator. */
export interface ComparedBranches {
  readonly annotators: readonly string[];
  readonly posts: readonly PostUnit[];
  readonly markings: readonly Marking[];
  /** The type of each entity by its id. */
  readonly types: ReadonlyMap<string, string>;
  /** The texts in which the places are, and the branches that they come from, by what the markings call the files. */
  readonly texts: ReadonlyMap<string, BranchText>;
  /** Annotations that were there before the branches parted, and are nobody's answer. */
  readonly inherited: number;
  /** What the person should know: `file: message`, fit to be shown. */
  readonly warnings: readonly string[];
}

/** A text on a branch. */
export interface BranchText {
  readonly branch: string;
  readonly text: string;
  readonly lines: LineIndex;
}
