import type { MergeDecisions, RecordDecision, FieldDecision } from '../merge/decision';
import type { Sides } from '../merge/match-records';
import type { MergeFields, Value } from '../merge/model';
import type { SideFile } from '../merge/read-side';
import type { Shape } from '../merge/shape';

/** How a person solves a conflict: one side is taken, or both are kept. */
export type Solution = 'ours' | 'theirs' | 'both';

/** The three versions of a file that git keeps in its index until the conflict is solved. `base` is empty if both sides made the file. */
export interface Stages {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The file with markers as git makes it of the three; null where it is not known. A file that differs from it was edited since. */
  readonly byLines: string | null;
}

/** A field in which the sides differ; undefined on a side that does not have it. */
export interface ConflictField {
  readonly key: string;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/**
 * A record on which two sides contradict each other, or a field at the root of the file. The running example of this folder: ann wrote
 * another note on `7k2m9q4x` than jo did.
 */
export interface Conflict {
  /** Names it in its file, also in the next reading of the file: `record 7k2m9q4x`, or `field reviewed`. */
  readonly key: string;
  /** The record's id; null where it has none, and for a field at the root. */
  readonly id: string | null;
  /** For people: the quote, the name of an entity, the id of a tag, or the key of a field. */
  readonly name: string;
  /** The record as each side has it; null on a side without it. Both are null for a field at the root. */
  readonly ours: MergeFields | null;
  readonly theirs: MergeFields | null;
  /** The record as each side had it before the merge, which tells who wrote it and when; null where that is not known. */
  readonly signed: { readonly ours: MergeFields | null; readonly theirs: MergeFields | null };
  /** The fields that differ; empty where only one side has the record. */
  readonly fields: readonly ConflictField[];
  /** How both sides can be kept: `join` puts them into one record, `two` makes two records. Null where they cannot. */
  readonly both: 'join' | 'two' | null;
}

/** The merge of a conflicted file, record by record, as far as it can be decided without a person. */
export interface SidesMerge {
  readonly decisions: MergeDecisions;
  readonly sides: Sides<SideFile | null>;
  readonly shape: Shape;
  readonly eol: string;
  /** The undecided records and fields by the keys of their conflicts. */
  readonly decisionOf: ReadonlyMap<string, RecordDecision | FieldDecision>;
}

/** A file with git's markers, taken apart into its conflicts. */
export type ConflictedFile = ConflictedText & (Mergeable | Unmergeable);

interface ConflictedText {
  readonly path: string;
  readonly text: string;
  readonly kind: Shape['kind'];
  /** The names that git gives the sides in its markers. */
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** How many signs its markers have. */
  readonly size: number;
  /** In the order of the file. None where all records can be merged: then only git, by lines, could not. */
  readonly conflicts: readonly Conflict[];
}

interface Mergeable {
  readonly why: null;
  readonly merge: SidesMerge;
}

/** A file whose records cannot be told. It has no conflicts to list, and a person must solve them in the text. */
interface Unmergeable {
  /** The reason, as a sentence. */
  readonly why: string;
  readonly merge: null;
}
