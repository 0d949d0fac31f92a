import { postAt } from '../posts/post-at';
import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { contextOf, type Context } from '../text/excerpt';
import type { Post } from '../posts/post';
import type { Span } from '../text/span';
import { wordDifference, type WordChange } from '../text/word-difference';

/** A candidate of an anchor, with the details that a person needs to decide about it. */
export interface ReviewCandidate {
  readonly span: Span;
  /** How well it fits the annotation, from 0 to 1. */
  readonly score: number;
  /** The line on which it begins, 0-based. */
  readonly line: number;
  readonly post: Post | null;
  /** The passage with its surroundings, on one line. */
  readonly context: Context;
  /** The difference between the remembered quote and the passage. */
  readonly difference: readonly WordChange[];
}

/** The places that an annotation may have: the place of its anchor, then the other candidates, best first. */
export function candidateSpans({ anchor }: PlacedAnnotation): Pick<ReviewCandidate, 'span' | 'score'>[] {
  const { span, score, candidates } = anchor;
  const others = candidates.filter((other) => other.span.start !== span?.start || other.span.end !== span.end);
  return span ? [{ span, score }, ...others] : others;
}

/** The places that an annotation may have, with details, in the order of `candidateSpans`. */
export function candidatesOf(text: ArchiveText, placed: PlacedAnnotation): ReviewCandidate[] {
  return candidateSpans(placed).map(({ span, score }) => ({
    span,
    score,
    line: text.lines.lineAt(span.start),
    post: postAt(text.posts, span.start),
    context: contextOf(text.text, span),
    difference: wordDifference(placed.annotation.quote, text.text.slice(span.start, span.end)),
  }));
}

/** Whether the words of a place are the annotated ones. Then only its surroundings are in doubt, or which of several places it is. */
export function sameWords({ difference }: ReviewCandidate): boolean {
  return difference.every(({ kind }) => kind === 'same');
}
