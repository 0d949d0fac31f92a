import { EMPTY_REGISTRY, REGISTRY_FILE } from '../entities/registry';
import type { Decision, FileEdit } from '../decision';
import { mergeTexts } from '../merge/merge-texts';
import { EMPTY_SIDECAR } from '../sidecar/read-sidecar';

/**
 * Takes back edits that were made some time ago, as edits of the files as they are now. What was changed since, by whomever, stays: the
 * way back is merged into it, record by record and field by field. Where both speak of the same field, all is refused, and said.
 *
 * The result is again a list of edits, so that taking it back does again what was undone.
 *
 * @param now the text of a file as it is; null where there is none
 */
export function takeBack(edits: readonly FileEdit[], now: (path: string) => string | null): Decision {
  const back: FileEdit[] = [];
  for (const { path, before, after } of edits) {
    const current = now(path);
    if (current === null) return { ok: false, why: `${path} is gone. Nothing was undone.` };
    if (current === after) {
      // Nothing to merge, so that what was before may be anything: a file with conflicts, say.
      back.push({ path, before: current, after: before ?? emptied(path) });
      continue;
    }
    const merged = mergeTexts({ base: after, ours: current, theirs: before ?? emptied(path) }, { path });
    if (merged.kind === 'doubt') return { ok: false, why: `Nothing was undone. ${path}: ${merged.why}` };
    if (merged.kind === 'conflict') {
      return { ok: false, why: `Nothing was undone: what was changed is no longer as it was left in ${path}.` };
    }
    if (merged.text !== current) back.push({ path, before: current, after: merged.text });
  }
  return { ok: true, edits: back };
}

/** What is left of a file that the edit has made. It stays, as others may have come to rely on it. */
function emptied(path: string): string {
  return path === REGISTRY_FILE ? EMPTY_REGISTRY : EMPTY_SIDECAR;
}
