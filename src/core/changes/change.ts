import type { MergeFields } from '../merge/model';
import type { Shape } from '../merge/shape';
import type { Span } from '../text/span';

/**
 * A gloss file in two states; null where it does not exist. The running example of this folder: between two commits, jo tagged “a mistake”
 * as a `claim` and wrote another note.
 */
export interface FileStates {
  /** The path now, or before where the file is gone. Absolute or relative: it is only handed on. */
  readonly path: string;
  /** The path before, where the file was renamed. */
  readonly oldPath: string | null;
  /** The texts without byte order marks. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The change of one field: of a field with parts (tags, aliases, links) the added and removed ones, of any other both values. */
export type FieldChange =
  | { readonly kind: 'text'; readonly field: string; readonly before: string | null; readonly after: string | null }
  | {
      readonly kind: 'parts';
      readonly field: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

/** The change of one record: an annotation, an entity, a tag of the codebook. */
export interface RecordChange {
  /** `moved`: the same record in another file. */
  readonly change: 'added' | 'changed' | 'removed' | 'moved';
  /** The id now, or before where the record is gone. Null for a hand-written record without one. */
  readonly id: string | null;
  readonly before: MergeFields | null;
  readonly after: MergeFields | null;
  /** The place of the record in the text after; of a removed one, in the text before. */
  readonly span: Span;
  /** In the order in which fields are written. All fields of an added or removed record. */
  readonly fields: readonly FieldChange[];
  /** The path of the file from which the record has moved; null where it has not. */
  readonly movedFrom: string | null;
}

/** The changes of one file. */
export interface FileChanges {
  readonly path: string;
  readonly oldPath: string | null;
  readonly kind: Shape['kind'];
  readonly state: 'added' | 'changed' | 'removed';
  /** Why the file cannot be compared, as a sentence that names the state; there are no changes then. */
  readonly problem: string | null;
  /** Fields at the root: the archives of `postgloss.yaml`, and fields of other tools. */
  readonly top: readonly FieldChange[];
  /** In the order of the file. */
  readonly records: readonly RecordChange[];
}
