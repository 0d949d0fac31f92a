import type { StoredAnnotation } from '../sidecar/annotation';
import type { Anchor } from './states';

/** A stored annotation and where it is now. */
export interface PlacedAnnotation {
  readonly annotation: StoredAnnotation;
  readonly anchor: Anchor;
}
