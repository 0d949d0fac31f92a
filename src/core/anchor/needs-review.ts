import { unplaced, type Anchor } from './states';
import type { Annotation } from '../sidecar/annotation';
import type { PlacedAnnotation } from './placed-annotation';

/**
 * Whether a person should look where an annotation belongs. One that somebody has decided to keep without a place is settled: what was
 * offered for it then, or resembles it now, is not asked about again.
 */
export function needsReview({ annotation, anchor }: PlacedAnnotation): boolean {
  return anchor.state !== 'exact' && annotation.orphan === null;
}

/**
 * The anchor of an annotation after a person's word. Once it is kept without a place, only its own quote in its own surroundings brings
 * it back: a place that was turned down, or one that resembles it, is not shown as its place.
 */
export function heedKept({ orphan }: Pick<Annotation, 'orphan'>, anchor: Anchor): Anchor {
  if (orphan === null || anchor.state === 'exact' || anchor.state === 'orphan') return anchor;
  return unplaced('orphan', anchor.candidates);
}
