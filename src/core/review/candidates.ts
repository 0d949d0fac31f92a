import { postAt } from '../posts/post-at';
import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { contextOf, type Context } from '../text/excerpt';
import type { Post } from '../posts/post';
import type { Span } from '../text/span';
import { wordDifference, type WordChange } from '../text/word-difference';

/** A place where an annotation may belong, with what a person needs to see to decide. */
export interface ReviewCandidate {
  readonly span: Span;
  /** How well it agrees with what is remembered, from 0 to 1. */
  readonly score: number;
  /** 0-based. */
  readonly line: number;
  readonly post: Post | null;
  /** What stands there, with its surroundings, on one line. */
  readonly context: Context;
  /** From the remembered quote to what stands there. */
  readonly difference: readonly WordChange[];
}

/** The spans where an annotation may belong: its anchor's own place first, then the others, the likeliest first. */
export function candidateSpans({ anchor }: PlacedAnnotation): Pick<ReviewCandidate, 'span' | 'score'>[] {
  const { span, score, candidates } = anchor;
  const others = candidates.filter((other) => other.span.start !== span?.start || other.span.end !== span.end);
  return span ? [{ span, score }, ...others] : others;
}

/** The places where an annotation may belong, in the order of `candidateSpans`. */
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

/** Whether the words of a place are those that were annotated; then only its surroundings, or its being alone, are in doubt. */
export function sameWords({ difference }: ReviewCandidate): boolean {
  return difference.every(({ kind }) => kind === 'same');
}
