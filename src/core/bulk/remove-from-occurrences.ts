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

/** An annotation that a tag can be removed from, or that can be removed. */
export interface Removable {
  readonly path: string;
  readonly annotation: StoredAnnotation;
  /** Null if its place is not known. */
  readonly span: Span | null;
  readonly post: Post | null;
}

/** The annotations of the places of a subject. */
export function annotationsOfOccurrences(archive: OpenArchive, subject: Subject, scope: Scope): Removable[] {
  return findOccurrences(archive, subject, scope).flatMap(({ path, span, post, annotations }) =>
    annotations.map((annotation) => ({ path, annotation, span, post })),
  );
}

/** The annotations that have a tag. Those without a place are among them, except in a selection. */
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

/** A span that lies in no selection. */
const NOWHERE: Span = { start: -1, end: -1 };

/**
 * Removes a tag from annotations, or the annotations; one part for each text. An annotation that says nothing without the tag is removed.
 *
 * @param tag null to remove the annotations
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
        if (!now || !chosen)
          return {
            ok: false,
            why: `${path}${SIDECAR_SUFFIX} has changed since its annotations were listed. Nothing was removed; try again.`,
          };
        return retag(now, (annotation) => {
          if (!chosen.has(annotation.index)) return annotation.tags;
          return tag === null ? null : annotation.tags.filter((other) => other !== tag);
        });
      },
    };
  });
}

/** The present indexes of the annotations; null if one of them cannot be identified any more. */
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
