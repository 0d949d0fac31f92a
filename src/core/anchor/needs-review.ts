import { unplaced, type Anchor } from './states';
import type { Annotation } from '../sidecar/annotation';
import type { PlacedAnnotation } from './placed-annotation';

/** Whether a person should look at the place of an annotation. If a person has decided to keep it without a place, nobody is asked again. */
export function needsReview({ annotation, anchor }: PlacedAnnotation): boolean {
  return anchor.state !== 'exact' && annotation.orphan === null;
}

/**
 * The anchor of an annotation, with regard to a person's decision to keep it without a place. Only an exact place then counts: candidates
 * that the person has turned down, and passages that resemble the quote, are not shown as its place.
 */
export function heedKept({ orphan }: Pick<Annotation, 'orphan'>, anchor: Anchor): Anchor {
  if (orphan === null || anchor.state === 'exact' || anchor.state === 'orphan') return anchor;
  return unplaced('orphan', anchor.candidates);
}
