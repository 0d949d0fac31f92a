import type { Span } from '../text/span';
import { NEEDED_TEXT, RecordFields, TEXT, TEXTS, type FieldKind, type Unknown } from '../yaml/record-fields';
import { COPY, type Copy } from './copy';
import { ORPHAN_WORD, SCOPE_WORD } from './words';

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
  /** Which of several like places is meant; null where no other place was like it. */
  readonly copy: Copy | null;
  /**
   * `kept`, once a person has looked for the passage, found that the text has lost it, and wants the annotation all the same. Any other
   * word of the file counts as much.
   */
  readonly orphan: 'kept' | Unknown | null;
  /** Ids of the codebook's tags. */
  readonly tags: readonly string[];
  /** The id of the entity that the passage speaks of, by a person's word. */
  readonly entity: string | null;
  /** The id of the entity that a computed mention here is *not*. */
  readonly not: string | null;
  /**
   * `post`, where what `entity` or `not` says counts for these words in the whole post, and not here alone. With any other word of the
   * file, which is reported, it counts here alone.
   */
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

/** What a field is about. */
type Role =
  /** The name of the record. */
  | 'id'
  /** Where the passage is: its post, its words, and what tells it from like places. */
  | 'post'
  | 'quote'
  | 'surroundings'
  /** What was found about the passage since. */
  | 'orphan'
  /** What a person said of the passage. */
  | 'statement'
  /** Who decided, and when. */
  | 'signature';

/** All fields of an annotation, in the order in which they are written: how each is read and written, and what it is about. */
const FIELDS = {
  id: { ...TEXT, role: 'id' },
  post: { ...TEXT, role: 'post' },
  quote: { ...NEEDED_TEXT, role: 'quote' },
  before: { ...TEXT, role: 'surroundings' },
  after: { ...TEXT, role: 'surroundings' },
  copy: { ...COPY, role: 'surroundings' },
  orphan: { ...ORPHAN_WORD, role: 'orphan' },
  tags: { ...TEXTS, role: 'statement' },
  entity: { ...TEXT, role: 'statement' },
  not: { ...TEXT, role: 'statement' },
  scope: { ...SCOPE_WORD, role: 'statement' },
  note: { ...TEXT, role: 'statement' },
  by: { ...TEXT, role: 'signature' },
  on: { ...TEXT, role: 'signature' },
} satisfies { readonly [K in keyof Annotation]: FieldKind<Annotation[K]> & { readonly role: Role } };

type Fields = typeof FIELDS;

/** The names of the fields that are about something. */
export type FieldAbout<R extends Role> = { [K in keyof Fields]: Fields[K]['role'] extends R ? K : never }[keyof Fields];

/** The fields that are about something, in the order in which they are written. */
export function fieldsAbout<R extends Role>(...roles: readonly R[]): readonly FieldAbout<R>[] {
  const names = ANNOTATION_FIELDS.filter((name) => roles.some((role) => role === FIELDS[name].role));
  return names as FieldAbout<R>[];
}

/** How an annotation is read, written and compared. */
export const ANNOTATION = new RecordFields<Annotation>(FIELDS);

/** The fields of a record, in the order in which they are written. */
export const ANNOTATION_FIELDS = ANNOTATION.names;

/** An annotation of nothing, to build others from: `{ ...BLANK, quote, tags }`. */
export const BLANK = ANNOTATION.blank;

/** Whether a person put anything into it; what is left when the last tag, note and decision are taken away says nothing. */
export function saysSomething(annotation: Annotation): boolean {
  return (
    annotation.tags.length > 0 || annotation.entity !== null || annotation.not !== null || annotation.note !== null
  );
}
