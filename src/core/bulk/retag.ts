import type { ArchiveText } from '../archive/archive-text';
import { fromWritten } from '../decision';
import type { Decision } from '../decision';
import { saysSomething, type StoredAnnotation } from '../sidecar/annotation';
import { readSidecar, SIDECAR_SUFFIX, type Sidecar } from '../sidecar/read-sidecar';
import { changeAnnotations, removeAnnotations } from '../sidecar/write-sidecar';
import type { Written } from '../yaml/apply';

/** Gives an annotation its new tags; null to remove the annotation. */
export type Retagging = (annotation: StoredAnnotation) => readonly string[] | null;

/** The annotations of one sidecar that a retagging changes, with their new tags, and those that it removes. */
export interface Retagged {
  readonly changed: readonly (readonly [StoredAnnotation, readonly string[]])[];
  readonly removed: readonly StoredAnnotation[];
}

/** Applies a retagging to a sidecar, without writing. An annotation that would say nothing any more is removed. */
export function planRetagging(sidecar: Sidecar, retagging: Retagging): Retagged {
  const changed: [StoredAnnotation, readonly string[]][] = [];
  const removed: StoredAnnotation[] = [];
  for (const annotation of sidecar.annotations) {
    const tags = retagging(annotation);
    if (tags === null || (!saysSomething({ ...annotation, tags }) && saysSomething(annotation)))
      removed.push(annotation);
    else if (!sameTags(tags, annotation.tags)) changed.push([annotation, [...new Set(tags)]]);
  }
  return { changed, removed };
}

/** Applies a retagging to the sidecar of a text. Other records stay byte for byte. */
export function retag(text: ArchiveText, retagging: Retagging): Decision {
  if (text.sidecarText === null) return { ok: true, edits: [] };
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, retagSidecar(text.sidecar, retagging));
}

/** The new text of a sidecar after a retagging. */
function retagSidecar(sidecar: Sidecar, retagging: Retagging): Written {
  const { changed, removed } = planRetagging(sidecar, retagging);
  const written = changeAnnotations(
    sidecar,
    changed.map(([stored, tags]) => ({ stored, change: { tags } })),
  );
  if (!written.ok || removed.length === 0) return written;
  // Changing annotations has kept their indexes.
  const now = readSidecar(written.text, sidecar);
  return removeAnnotations(
    now,
    removed.flatMap(({ index }) => now.annotations[index] ?? []),
  );
}

function sameTags(a: readonly string[], b: readonly string[]): boolean {
  const once = [...new Set(a)];
  return once.length === b.length && once.every((tag, i) => tag === b[i]);
}
