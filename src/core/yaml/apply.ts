import type { Refused, Result } from '../result';
import { applyEdits, type TextEdit } from '../text/edit';
import type { RecordFile } from './record-file';
import { readRecords } from './read-records';
import { keepsTheRest, type Touched } from './keeps-the-rest';

/** The new text of a file, or why there is none. A refusal is a sentence for a person. */
export type Written = Result<{ readonly text: string }>;

/**
 * Applies edits to a file of records and reads the result back: it must say what was meant, and all else as before. YAML allows more
 * shapes than any splicing foresees; a result that does not read as intended is refused, and the file stays as it was.
 *
 * @param proves says whether the result, which can be read and written again, holds what was meant
 * @param touched the records that the edits may add, remove or change; or, where it is a single one, its fields that may differ then
 */
export function applyProven(
  file: RecordFile,
  makeEdits: () => TextEdit[],
  proves: (after: RecordFile) => boolean,
  touched: Touched | readonly string[],
): Written {
  const refused = refuseUnwritable(file);
  if (refused) return refused;
  try {
    const text = applyEdits(file.text, makeEdits());
    const after = readRecords(text, file.listKey, file);
    if (after.writable && keepsTheRest(file, after, touched) && proves(after)) return { ok: true, text };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return {
    ok: false,
    why: 'Its YAML is laid out in a way that cannot be edited safely. Write the record in block style, one field a line.',
  };
}

/** Why a file cannot be written at all; null where it can. */
export function refuseUnwritable({ writable, problems }: RecordFile): Refused | null {
  if (writable) return null;
  const first = problems.find((problem) => problem.severity === 'error');
  return { ok: false, why: first?.message ?? 'The file cannot be written.' };
}
