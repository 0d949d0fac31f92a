import type { ArchiveText } from '../archive/archive-text';
import { fromWritten } from '../decision';
import type { Decision } from '../decision';
import { saysSomething, type StoredAnnotation } from '../sidecar/annotation';
import { readSidecar, SIDECAR_SUFFIX, type Sidecar } from '../sidecar/read-sidecar';
import { changeAnnotations, removeAnnotations } from '../sidecar/write-sidecar';
import type { Written } from '../yaml/apply';

/** The tags that an annotation is to have; null where the whole annotation is to go. */
export type Retagging = (annotation: StoredAnnotation) => readonly string[] | null;

/** What a retagging comes to in one sidecar. */
export interface Retagged {
  readonly changed: readonly (readonly [StoredAnnotation, readonly string[]])[];
  /** Those that would say nothing any more. */
  readonly removed: readonly StoredAnnotation[];
}

/** Which annotations of a sidecar a retagging touches. */
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

/** Gives the annotations of a text other tags, and takes out those that then say nothing. Other records stay byte for byte. */
export function retag(text: ArchiveText, retagging: Retagging): Decision {
  // Where there is no sidecar, nothing can be tagged otherwise.
  if (text.sidecarText === null) return { ok: true, edits: [] };
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, retagSidecar(text.sidecar, retagging));
}

/** The same for a sidecar that is read already. */
export function retagSidecar(sidecar: Sidecar, retagging: Retagging): Written {
  const { changed, removed } = planRetagging(sidecar, retagging);
  const written = changeAnnotations(
    sidecar,
    changed.map(([stored, tags]) => ({ stored, change: { tags } })),
  );
  if (!written.ok || removed.length === 0) return written;
  // The indexes are still the same.
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
