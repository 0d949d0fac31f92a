import type { Problem } from '../../core/problem';
import { decodeText, indexLines, visible, whyNoText } from '../../core/text';
import { problemLine } from '../output/place';
import { UsageError } from '../call/usage-error';

/** The common part of the results of the readers of our own files. */
interface Reading {
  readonly file: { readonly text: string };
  readonly problems: readonly Problem[];
  readonly writable: boolean;
}

/**
 * The problem for which a file cannot be understood; null where it can. A file of a newer version counts as understood, and so does a file
 * with a problem in a single record.
 */
export function whyNotUnderstood(reading: Reading): Problem | null {
  if (reading.writable) return null;
  return reading.problems.find(({ severity, code }) => severity === 'error' && code !== 'newer-version') ?? null;
}

/** Answers with the reading of a file, or throws a `UsageError` where the file cannot be understood. */
export function refuseBroken<T extends Reading>(shown: string, reading: T): T {
  const problem = whyNotUnderstood(reading);
  if (problem) throw new UsageError(problemLine(shown, indexLines(reading.file.text), problem));
  return reading;
}

/** The text of one of our own files. Throws a `UsageError` where its bytes are no text. */
export function textOfFile(shown: string, bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === null) throw new UsageError(`${visible(shown)}: ${whyNoText(bytes)}.`);
  return text;
}
