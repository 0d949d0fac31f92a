import type { Result } from '../../core/result';
import type { FileEdit } from '../../core/decision';
import { mergeTexts } from '../../core/merge';

/** The text that a file should get; or why the file is left as it is, as a sentence for a person. */
export type MergedEdit = Result<{ readonly text: string }>;

/**
 * Merges an edit with the present text of its file, record by record: changes that others made since the edit was made are kept. Where
 * both changed the same thing differently, nothing is written.
 *
 * @param now null where there is no file
 */
export function mergeEdit({ path, before, after }: FileEdit, now: string | null): MergedEdit {
  if (now === before) return { ok: true, text: after };
  if (now === null)
    return refuse(`${path} was removed by somebody else in this moment. Nothing was written; try again.`);
  const changed = `${path} was changed by somebody else in this moment`;
  const merged = mergeTexts({ base: before ?? '', ours: now, theirs: after }, { path });
  switch (merged.kind) {
    case 'merged':
      return { ok: true, text: merged.text };
    case 'conflict':
      return refuse(`${changed}, just where you changed it too. Nothing was written; look at it and try again.`);
    case 'doubt':
      return refuse(`${changed}, and the two cannot be put together. Nothing was written; try again. ${merged.why}`);
  }
}

function refuse(why: string): MergedEdit {
  return { ok: false, why };
}
