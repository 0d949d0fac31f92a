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

/**
 * Text from a file, fit for a message: at most 60 code units, on one line, with the characters that hide or reorder text spelled out
 * (`<U+202E>`), so that no file can make a message say what it does not say.
 */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `“${visible(short)}”`;
}

/** Replaces line breaks by spaces and spells out control, bidirectional and zero-width characters as `<U+202E>`. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|\n|\t/g, ' ')
    .replace(HIDDEN, (unit) => `<U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

// C0 and C1 controls; zero-width and bidirectional controls of the "Trojan Source" report (CVE-2021-42574); the byte order mark.
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
