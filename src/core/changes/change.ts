import type { MergeFields } from '../merge/model';
import type { Shape } from '../merge/shape';
import type { Span } from '../text/span';

/**
 * A gloss file in two states; null where there is none. The running example of this folder: between two commits, jo tagged “a mistake”
 * as a `claim` and wrote another note.
 */
export interface FileStates {
  /** Its path now, or before where it is gone. Any kind of path will do: it is only handed on. */
  readonly path: string;
  /** Its path before, where it was renamed. */
  readonly oldPath: string | null;
  /** The texts without byte order marks. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What became of one field. Of a field with parts (tags, aliases, links), which were added and removed; of others, both values. */
export type FieldChange =
  | { readonly kind: 'text'; readonly field: string; readonly before: string | null; readonly after: string | null }
  | {
      readonly kind: 'parts';
      readonly field: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

/** What became of one record: an annotation, an entity, a tag of the codebook. */
export interface RecordChange {
  /** `moved`: it says the same, in another file. */
  readonly change: 'added' | 'changed' | 'removed' | 'moved';
  /** As it is now, or was. Null for a record that was written by hand and has none. */
  readonly id: string | null;
  readonly before: MergeFields | null;
  readonly after: MergeFields | null;
  /** Where it stands in the text after; for a removed one, where it stood before. */
  readonly span: Span;
  /** In the order in which fields are written. Of an added or removed record, all that it holds. */
  readonly fields: readonly FieldChange[];
  /** The path of the file that it was in, where it moved from one to another. */
  readonly movedFrom: string | null;
}

/** What became of one file. */
export interface FileChanges {
  readonly path: string;
  readonly oldPath: string | null;
  readonly kind: Shape['kind'];
  readonly state: 'added' | 'changed' | 'removed';
  /** Why the file cannot be compared, as a sentence that tells which state; there are no changes then. */
  readonly problem: string | null;
  /** Fields at the root: the archives of `postgloss.yaml`, and what others keep there. */
  readonly top: readonly FieldChange[];
  /** In the order of the file. */
  readonly records: readonly RecordChange[];
}
