import type { Span } from '../text/span';

/**
 * What one annotator said of one passage, as far as agreement is concerned. The running example of this folder: ann and jo both mark
 * “a mistake”, ann with `claim`, jo with `claim/unsourced`.
 */
export interface Marking {
  /** A name of `by`, or a branch. */
  readonly annotator: string;
  readonly file: string;
  /** The id of the post; null outside of posts. */
  readonly post: string | null;
  /** Where it is in the text that all are compared in; null where that is not sure. */
  readonly span: Span | null;
  readonly quote: string;
  /** The record's id. */
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly entity: string | null;
  readonly not: string | null;
}

/** A post of the texts that are compared. */
export interface PostUnit {
  readonly file: string;
  readonly post: string;
}

/** Names a post across files. */
export function postKey(file: string, post: string): string {
  return JSON.stringify([file, post]);
}

/** The two sides of every pair of annotators, in the order in which they are given. */
export function pairsOf(annotators: readonly string[]): [string, string][] {
  return annotators.flatMap((first, i) => annotators.slice(i + 1).map((second): [string, string] => [first, second]));
}
