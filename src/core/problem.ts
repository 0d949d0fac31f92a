import type { Span } from './text/span';

/** How serious a problem is: an error makes a file read-only or a check fail, the others inform. */
export type Severity = 'error' | 'warning' | 'info';

/** The codes of all problems that Postgloss can report. The list is closed, as tools rely on it. */
export type ProblemCode =
  // The file is not understood, and never written.
  | 'too-large'
  | 'not-text'
  | 'empty-file'
  | 'conflict-markers'
  | 'yaml-syntax'
  | 'yaml-feature'
  | 'yaml-too-deep'
  | 'not-a-map'
  | 'missing-version'
  | 'newer-version'
  // One record or field is wrong; the others are read.
  | 'bad-record'
  | 'bad-field'
  | 'missing-field'
  | 'duplicate-field'
  | 'bad-id'
  | 'duplicate-id'
  // A text is not read as its author may have meant it.
  | 'bad-header'
  | 'unread-date'
  | 'assumed-date'
  | 'no-posts'
  | 'encoded-mail'
  | 'other-encoding'
  // Files do not fit together.
  | 'unknown-entity'
  | 'unknown-tag'
  | 'unicode-twin'
  | 'alias-collision'
  | 'unmatchable-name'
  | 'orphan'
  | 'ambiguous'
  | 'changed'
  | 'missing-source'
  | 'missing-registry'
  | 'no-archives'
  | 'no-files'
  | 'conflict-copy'
  | 'union-merge'
  | 'no-merge-driver';

/** Something that a person should know about a file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Says what is wrong and what to do. Text from files appears in it with control characters made visible. */
  readonly message: string;
  /** The place in the file that was read, in UTF-16 offsets. */
  readonly span: Span;
}
