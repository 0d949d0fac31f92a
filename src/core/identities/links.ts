import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Statement } from '../decide/annotate';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Span } from '../text/span';

/** The fields of an annotation that refer to entities. */
export type Links = Pick<StoredAnnotation, 'entity' | 'not' | 'scope'>;

/** A new annotation that a change makes. */
export interface NewLink {
  readonly span: Span;
  readonly statement: Statement;
}

/** The links that the annotations of a text get by a change. */
export interface WantedLinks {
  /** The new links of an annotation; undefined where they stay. */
  readonly of: (placed: PlacedAnnotation) => Links | undefined;
  readonly added?: readonly NewLink[];
  /** How many decisions of the kind “not this one” contradict the change; counted while `of` is asked. */
  readonly dropped?: () => number;
}
