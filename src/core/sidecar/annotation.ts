import type { Span } from '../text/span';
import { NEEDED_TEXT, RecordFields, TEXT, TEXTS, type FieldKind, type Unknown } from '../yaml/record-fields';
import { COPY, type Copy } from './copy';
import { ORPHAN_WORD, SCOPE_WORD } from './words';

/**
 * A decision of a person about a passage. It holds no lines or offsets of the text, so that edits elsewhere in the text do not change it.
 *
 * The running example: the quote “It was never insured” of the post `2017-03-12/who-pays-for-the-wall`, tagged `claim`.
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
  /** Which of several like places is meant; null where no other place was like it. */
  readonly copy: Copy | null;
  /** `kept` where a person knows that the text has lost the passage, and keeps the annotation. Any other word counts as much. */
  readonly orphan: 'kept' | Unknown | null;
  /** Ids of the codebook's tags. */
  readonly tags: readonly string[];
  /** The id of the entity that the passage speaks of, by a person's word. */
  readonly entity: string | null;
  /** The id of the entity that a computed mention here is *not*. */
  readonly not: string | null;
  /** `post` where `entity` or `not` counts for these words in the whole post. Else, also with an unknown word, they count here alone. */
  readonly scope: 'post' | Unknown | null;
  readonly note: string | null;
  /** Who decided, and on which day (`YYYY-MM-DD`). */
  readonly by: string | null;
  readonly on: string | null;
}

/** An annotation as it stands in a sidecar. */
export interface StoredAnnotation extends Annotation {
  /** The index among the sidecar's records that could be read. */
  readonly index: number;
  /** Where the record stands in the sidecar. */
  readonly record: Span;
}

/** The groups of fields: the record's name, its passage (up to `orphan`), a person's statement about it, and who stated it when. */
type Group = 'id' | 'post' | 'quote' | 'surroundings' | 'orphan' | 'statement' | 'signature';

/** All fields of an annotation, in the order in which they are written: how each is read and written, and its group. */
const FIELDS = {
  id: { ...TEXT, group: 'id' },
  post: { ...TEXT, group: 'post' },
  quote: { ...NEEDED_TEXT, group: 'quote' },
  before: { ...TEXT, group: 'surroundings' },
  after: { ...TEXT, group: 'surroundings' },
  copy: { ...COPY, group: 'surroundings' },
  orphan: { ...ORPHAN_WORD, group: 'orphan' },
  tags: { ...TEXTS, group: 'statement' },
  entity: { ...TEXT, group: 'statement' },
  not: { ...TEXT, group: 'statement' },
  scope: { ...SCOPE_WORD, group: 'statement' },
  note: { ...TEXT, group: 'statement' },
  by: { ...TEXT, group: 'signature' },
  on: { ...TEXT, group: 'signature' },
} satisfies { readonly [K in keyof Annotation]: FieldKind<Annotation[K]> & { readonly group: Group } };

/** The names of the fields of a group. */
export type FieldOf<G extends Group> = {
  [K in keyof typeof FIELDS]: (typeof FIELDS)[K]['group'] extends G ? K : never;
}[keyof typeof FIELDS];

/** The fields of groups, in the order in which they are written. */
export function fieldsOf<G extends Group>(...groups: readonly G[]): readonly FieldOf<G>[] {
  const names = ANNOTATION_FIELDS.filter((name) => groups.some((group) => group === FIELDS[name].group));
  return names as FieldOf<G>[];
}

/** How an annotation is read, written and compared. */
export const ANNOTATION = new RecordFields<Annotation>(FIELDS);

/** The fields of a record, in the order in which they are written. */
export const ANNOTATION_FIELDS = ANNOTATION.names;

/** An annotation of nothing, to build others from: `{ ...BLANK, quote, tags }`. */
export const BLANK = ANNOTATION.blank;

/** Whether an annotation states anything: it has a tag, a note or a decision about an entity. */
export function saysSomething(annotation: Annotation): boolean {
  return (
    annotation.tags.length > 0 || annotation.entity !== null || annotation.not !== null || annotation.note !== null
  );
}
