import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Statement } from '../decide/annotate';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Span } from '../text/span';

/** What an annotation says of entities. */
export type Links = Pick<StoredAnnotation, 'entity' | 'not' | 'scope'>;
/** A statement to be made about a place. */
export interface NewLink {
  readonly span: Span;
  readonly statement: Statement;
}

/** What is wanted of the annotations of a text. */
export interface WantedLinks {
  /** What an annotation is to say; undefined where it stays. */
  readonly of: (placed: PlacedAnnotation) => Links | undefined;
  readonly added?: readonly NewLink[];
  /** How many decisions of the kind “not this one” contradict the change; counted while `of` is asked. */
  readonly dropped?: () => number;
}
