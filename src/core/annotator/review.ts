import type { PlacedAnnotation } from './archive-text';

/** Whether a person should look where an annotation belongs. An orphan that somebody has decided to keep as one is settled. */
export function needsReview({ annotation, anchor }: PlacedAnnotation): boolean {
  return anchor.state !== 'exact' && !(anchor.state === 'orphan' && annotation.orphan !== null);
}
