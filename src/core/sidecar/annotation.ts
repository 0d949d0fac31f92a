import type { Span } from '../text/span';

/**
 * What a person decided about a passage. Nothing in it counts lines or offsets of the file, so that edits above it change nothing.
 *
 * The running example: the quote “break barriers” of the post `2017-07-31/tehrans-new-scheme-for-iraq`, tagged `claim`.
 */
export interface Annotation {
  /** Names the annotation for ever; null in a record that a person wrote by hand and the tool has not yet completed. */
  readonly id: string | null;
  /** The id of the post; null where a hand-written record leaves it open. */
  readonly post: string | null;
  /** The passage, as it stood in the text. */
  readonly quote: string;
  /** What stood right before and after it. */
  readonly before: string | null;
  readonly after: string | null;
  /**
   * Which of several like places is meant, where quote and context alone may not tell: `2/3` is the second of three in the post that
   * fit entirely; `1/1` the only such one, while others resemble it; `0/0` that others are alike, and the surroundings tell them apart.
   */
  readonly copy: string | null;
  /** `kept`, once a person has looked for the passage, found that the text has lost it, and wants the annotation all the same. */
  readonly orphan: string | null;
  /** Ids of the codebook's tags. */
  readonly tags: readonly string[];
  /** The id of the entity that the passage speaks of, by a person's word. */
  readonly entity: string | null;
  /** The id of the entity that a computed mention here is *not*. */
  readonly not: string | null;
  /** `post`, where what `entity` or `not` says counts for these words in the whole post, and not here alone. */
  readonly scope: string | null;
  readonly note: string | null;
  /** Who decided, and on which day (`YYYY-MM-DD`). */
  readonly by: string | null;
  readonly on: string | null;
}

/** The fields of a record, in the order in which they are written. */
export const ANNOTATION_FIELDS = [
  'id',
  'post',
  'quote',
  'before',
  'after',
  'copy',
  'orphan',
  'tags',
  'entity',
  'not',
  'scope',
  'note',
  'by',
  'on',
] as const satisfies readonly (keyof Annotation)[];

/** An annotation as it stands in a sidecar. */
export interface StoredAnnotation extends Annotation {
  /** The index among the sidecar's records that could be read. */
  readonly index: number;
  /** Where the record stands in the sidecar. */
  readonly record: Span;
}

/** An annotation of nothing, to build others from: `{ ...BLANK, quote, tags }`. */
export const BLANK: Annotation = {
  id: null,
  post: null,
  quote: '',
  before: null,
  after: null,
  copy: null,
  orphan: null,
  tags: [],
  entity: null,
  not: null,
  scope: null,
  note: null,
  by: null,
  on: null,
};

/** Whether a person put anything into it; what is left when the last tag, note and decision are taken away says nothing. */
export function saysSomething(annotation: Annotation): boolean {
  return (
    annotation.tags.length > 0 || annotation.entity !== null || annotation.not !== null || annotation.note !== null
  );
}
