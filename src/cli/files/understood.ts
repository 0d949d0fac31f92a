import type { Problem } from '../../core/problem';
import { indexLines } from '../../core/text';
import { problemLine } from '../output/place';
import { UsageError } from '../call/usage-error';

/** What the readers of our own files have in common. */
interface Reading {
  readonly file: { readonly text: string };
  readonly problems: readonly Problem[];
  readonly writable: boolean;
}

/**
 * The problem that keeps a file from being understood; null where it is. A file of a newer version is read as far as it is known, and a
 * problem with a single record hides no other.
 */
export function whyNotUnderstood(reading: Reading): Problem | null {
  if (reading.writable) return null;
  return reading.problems.find(({ severity, code }) => severity === 'error' && code !== 'newer-version') ?? null;
}

/** Hands on what was read from a file, or throws a `UsageError` where the file cannot be understood. */
export function refuseBroken<T extends Reading>(shown: string, reading: T): T {
  const problem = whyNotUnderstood(reading);
  if (problem) throw new UsageError(problemLine(shown, indexLines(reading.file.text), problem));
  return reading;
}
