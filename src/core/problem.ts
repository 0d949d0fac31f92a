import type { Span } from './text/span';

/** How much a problem matters: an error makes a file read-only or a check fail; the others inform. */
export type Severity = 'error' | 'warning' | 'info';

/** Every problem that Postgloss can report. The list is closed, so that tools and people can rely on the codes. */
export type ProblemCode =
  // What keeps a file from being understood; it is then never written.
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
  // What is wrong with one record or field; the others are read.
  | 'bad-record'
  | 'bad-field'
  | 'missing-field'
  | 'duplicate-field'
  | 'bad-id'
  | 'duplicate-id'
  // What does not fit together.
  | 'unknown-entity'
  | 'unknown-tag'
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
  /** What happened and what to do, as a sentence. Text from files appears in it with control characters made visible. */
  readonly message: string;
  /** Where, in the file that was read. */
  readonly span: Span;
}
