export type { AnchorEvidence, AnchorState } from './anchor';
export { needsReview } from './needs-review';
export type { PlacedAnnotation } from './placed-annotation';
