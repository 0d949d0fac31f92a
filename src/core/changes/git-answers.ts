import type { FileChanges, RecordChange } from './change';

// What git answers about our files, as plain data. It is asked in `node/git`; the editor and the command line show it.

/** A version of a record: the commit that made it, and what it changed. */
export interface RecordVersion {
  /** Null for what is not committed yet. */
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

/** Who last changed lines. */
export interface LastChange {
  /** Null for what is not committed yet. */
  readonly commit: string | null;
  readonly author: string | null;
  /** The author's time, as ISO 8601 in the author's zone. */
  readonly date: string | null;
}

/** A state of a repository that has a name. */
export interface Revision {
  readonly name: string;
  readonly kind: 'branch' | 'remote branch' | 'tag' | 'commit';
  /** The first line of its commit's message. */
  readonly subject: string;
  /** When that was made, as `2026-11-22`. */
  readonly date: string;
}

/** What was done, or was not, to set up merging. */
export interface SetUpStep {
  /** The file, or the setting of this clone. */
  readonly what: string;
  readonly state: 'written' | 'unchanged' | 'error';
  readonly message: string;
}

/** What is needed to take the staging of a solved file back. */
export interface StagedFile {
  /** The entries of git's index that told of the conflict, as `update-index --index-info` takes them. None where there were none. */
  readonly conflict: readonly string[];
  /** The entry that stands in their place now. */
  readonly solved: string;
  /** Names the commit that is checked out, and what is being merged into it. */
  readonly during: string;
}
