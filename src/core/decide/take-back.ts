import { EMPTY_REGISTRY, REGISTRY_FILE } from '../entities/registry';
import type { Decision, FileEdit } from '../decision';
import { mergeTexts } from '../merge/merge-texts';
import { EMPTY_SIDECAR } from '../sidecar/read-sidecar';

/**
 * Undoes edits that were made some time ago, as edits of the files as they are now. Later changes by anybody stay: the way back is merged
 * into them, record by record and field by field. Refuses to undo anything where a later change and the way back differ in one field.
 *
 * The answer is again a list of edits: to take them back redoes what was undone.
 *
 * @param now gives the text of a file as it is; null where there is none
 */
export function takeBack(edits: readonly FileEdit[], now: (path: string) => string | null): Decision {
  const back: FileEdit[] = [];
  for (const { path, before, after } of edits) {
    const current = now(path);
    if (current === null)
      return { ok: false, why: `Nothing was undone: ${path} is gone. Restore it, from git for example.` };
    if (current === after) {
      // Without later changes nothing is merged, and the earlier text may be unreadable, such as one with conflict markers.
      back.push({ path, before: current, after: before ?? emptied(path) });
      continue;
    }
    const merged = mergeTexts({ base: after, ours: current, theirs: before ?? emptied(path) }, { path });
    if (merged.kind === 'doubt')
      return {
        ok: false,
        why: `Nothing was undone: ${path} cannot be merged. ${merged.why} Mend the file, then undo again.`,
      };
    if (merged.kind === 'conflict') {
      return { ok: false, why: `Nothing was undone: ${path} has changed in the same fields since. Change it by hand.` };
    }
    if (merged.text !== current) back.push({ path, before: current, after: merged.text });
  }
  return { ok: true, edits: back };
}

/** The text of a file that the edit has created, emptied. The file stays, as other people may have added to it. */
function emptied(path: string): string {
  return path === REGISTRY_FILE ? EMPTY_REGISTRY : EMPTY_SIDECAR;
}
