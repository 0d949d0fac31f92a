import type { Result } from '../../core/result';
import type { FileEdit } from '../../core/decision';
import { mergeTexts } from '../../core/merge';

/** What a file should become; or why it is left as it is, as a sentence for a person. */
export type MergedEdit = Result<{ readonly text: string }>;

/**
 * Brings an edit together with what the file holds by now: what others have written since the edit was made is kept, record by record.
 * Where both say something else of the same thing, nothing is written.
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
