import type { FileChanges, RecordChange } from './change';

// The answers of git about our files, as plain data. `node/git` asks git; the editor and the command line show the answers.

/** A version of a record: the commit that made it, and the change. */
export interface RecordVersion {
  /** Null for a change that is not committed yet. */
  readonly commit: string | null;
  readonly author: string | null;
  /** ISO 8601, in the author's zone. */
  readonly date: string | null;
  /** The first line of the commit's message. */
  readonly subject: string | null;
  /** The path that the record then had, from the top of the repository. */
  readonly path: string;
  readonly kind: FileChanges['kind'];
  readonly record: RecordChange;
}

/** The last change of some lines. */
export interface LastChange {
  /** Null for a change that is not committed yet. */
  readonly commit: string | null;
  readonly author: string | null;
  /** The author's time, as ISO 8601 in the author's zone. */
  readonly date: string | null;
}

/** A named state of a repository. */
export interface Revision {
  readonly name: string;
  readonly kind: 'branch' | 'remote branch' | 'tag' | 'commit';
  /** The first line of its commit's message. */
  readonly subject: string;
  /** The day of the commit: `2026-11-22`. */
  readonly date: string;
}

/** One step of setting up merging, and its outcome. */
export interface SetUpStep {
  /** The file, or the setting of this clone, that the step writes. */
  readonly what: string;
  readonly state: 'written' | 'unchanged' | 'error';
  readonly message: string;
}

/** The state of git's index before a solved file was staged, to undo the staging. */
export interface StagedFile {
  /** The entries of the conflict, as `update-index --index-info` takes them; empty where there were none. */
  readonly conflict: readonly string[];
  /** The entry that has replaced them. */
  readonly solved: string;
  /** Identifies the merge: the commit that is checked out, and what is being merged into it. */
  readonly during: string;
}
