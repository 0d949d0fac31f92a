import type { MergeDecisions, RecordDecision, FieldDecision } from '../merge/decision';
import type { Sides } from '../merge/match-records';
import type { MergeFields, Value } from '../merge/model';
import type { SideFile } from '../merge/read-side';
import type { Shape } from '../merge/shape';

/** What a person can say about a conflict. */
export type Choice = 'ours' | 'theirs' | 'both';

/**
 * The three versions of a file as git keeps them in its index until the conflict is solved; `base` is empty where both sides made the
 * file.
 */
export interface Stages {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What git makes of them by lines, with markers; null where that is not known. Tells whether somebody has been at the file since. */
  readonly byLines: string | null;
}

/** A field of which both sides say something else; undefined where a side does not have it. */
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
  /** Names it in its file, also in the next reading of it: `record 7k2m9q4x`, or `field reviewed`. */
  readonly key: string;
  /** The record's id; null where it has none, and for a field at the root. */
  readonly id: string | null;
  /** What people call it: a quote, the name of an entity, the id of a tag, the key of a field. */
  readonly name: string;
  /** The record as each side has it. Null on the side that took it out, or does not have it; both are null for a field at the root. */
  readonly ours: MergeFields | null;
  readonly theirs: MergeFields | null;
  /** The record as each side had it before anything was merged into it: who said it, and when. Null where that is not known. */
  readonly signed: { readonly ours: MergeFields | null; readonly theirs: MergeFields | null };
  /** What differs; empty where only one side has the record. */
  readonly fields: readonly ConflictField[];
  /** `join`: what both say goes into one record. `two`: they become two records. Null where both cannot be had. */
  readonly both: 'join' | 'two' | null;
}

/** What a conflicted file was read as, for whoever decides about it. */
export interface Reading {
  readonly decisions: MergeDecisions;
  readonly sides: Sides<SideFile | null>;
  readonly shape: Shape;
  readonly eol: string;
  readonly decisionOf: ReadonlyMap<string, RecordDecision | FieldDecision>;
}

/** A file with conflicts, taken apart into decisions. */
export interface ConflictedFile {
  readonly path: string;
  readonly text: string;
  readonly kind: Shape['kind'];
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** In the order of the file. None where all can be merged by its records, and git only could not. */
  readonly conflicts: readonly Conflict[];
  /** Why a person has to go on in the text itself, as a sentence; null where they need not. There are no conflicts to list then. */
  readonly why: string | null;
  /** Null where it cannot be read. */
  readonly reading: Reading | null;
  readonly size: number;
}
