import type { OpenArchive } from '../archive/open-archive';
import { listAnnotations, ownerOf } from '../lists/annotation-list';
import type { ArchiveText } from '../archive/archive-text';
import type { Post } from '../posts/post';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Span } from '../text/span';
import { findOccurrences, inScope, type Scope, type Subject } from './occurrences';
import type { BulkPart } from './part';
import { retag } from './retag';
import { byText } from './tag-occurrences';

/** An annotation that something can be taken from. */
export interface Removable {
  readonly path: string;
  readonly annotation: StoredAnnotation;
  /** Null where its place is not known; it can still be taken out. */
  readonly span: Span | null;
  readonly post: Post | null;
}

/** The annotations of just the places where a subject occurs. */
export function annotationsOfOccurrences(archive: OpenArchive, subject: Subject, scope: Scope): Removable[] {
  return findOccurrences(archive, subject, scope).flatMap(({ path, span, post, annotations }) =>
    annotations.map((annotation) => ({ path, annotation, span, post })),
  );
}

/** The annotations that have a tag, those without a place among them unless a selection is looked through. */
export function annotationsWithTag(archive: OpenArchive, tag: string, scope: Scope): Removable[] {
  return archive.texts.flatMap((text) =>
    listAnnotations(text)
      .filter(({ annotation }) => annotation.tags.includes(tag))
      .map((entry) => ({
        path: text.path,
        annotation: entry.annotation,
        span: entry.anchor.span,
        post: ownerOf(text, entry),
      }))
      .filter(({ path, span, post }) => inScope({ path, span: span ?? NOWHERE, post }, scope)),
  );
}

/** Lies in no selection. */
const NOWHERE: Span = { start: -1, end: -1 };

/**
 * Takes a tag from annotations, or takes them out altogether; one part for each text. An annotation that says nothing without the tag
 * goes too.
 *
 * @param tag null for the whole annotations
 */
export function removeFromAnnotations(
  archive: OpenArchive,
  annotations: readonly Removable[],
  tag: string | null,
): BulkPart[] {
  return byText(archive, annotations).map(({ text, found }) => {
    const { path } = text;
    return {
      path: path + SIDECAR_SUFFIX,
      decide: () => {
        const now = archive.text(path);
        const chosen = now && choose(now, found);
        if (!now || !chosen) return { ok: false, why: `${path}${SIDECAR_SUFFIX} has changed. Nothing was removed.` };
        return retag(now, (annotation) => {
          if (!chosen.has(annotation.index)) return annotation.tags;
          return tag === null ? null : annotation.tags.filter((other) => other !== tag);
        });
      },
    };
  });
}

/** The indexes that the annotations have now; null where one of them cannot be told for sure any more. */
function choose(now: ArchiveText, annotations: readonly Removable[]): ReadonlySet<number> | null {
  const byId = new Map<string, number | null>();
  for (const { id, index } of now.sidecar.annotations) if (id !== null) byId.set(id, byId.has(id) ? null : index);
  const chosen = new Set<number>();
  for (const { annotation } of annotations) {
    const same = now.sidecar.annotations[annotation.index] === annotation;
    const index = same ? annotation.index : annotation.id === null ? null : byId.get(annotation.id);
    if (index === null || index === undefined) return null;
    chosen.add(index);
  }
  return chosen;
}
