import { listAnnotations, ownerOf, type AnnotationEntry } from '../lists/annotation-list';
import type { OpenArchive } from '../archive/open-archive';
import type { Mention } from '../mentions/mention';
import { mentionsIn } from '../lists/mentions';
import type { Post } from '../posts/post';
import { partitionPoint } from '../sorted';
import type { Span } from '../text/span';

/** An annotation that concerns an entity. */
export interface CitingAnnotation extends AnnotationEntry {
  /** It links its passage to the entity, says that the passage is not the entity, or has a passage that mentions the entity. */
  readonly relation: 'linked' | 'not' | 'mentions';
  readonly post: Post | null;
}

/** The annotations that concern an entity, text by text in the order of their paths, in each in the order of their places. */
export function citingAnnotations(archive: OpenArchive, id: string): CitingAnnotation[] {
  return archive.texts.flatMap((text) => {
    const mentions = mentionsIn(text, id);
    const found: CitingAnnotation[] = [];
    for (const entry of listAnnotations(text)) {
      const { annotation, anchor } = entry;
      const relation =
        annotation.entity === id
          ? 'linked'
          : annotation.not === id
            ? 'not'
            : anchor.span && holdsOne(mentions, anchor.span)
              ? 'mentions'
              : null;
      if (relation) found.push({ ...entry, relation, post: ownerOf(text, entry) });
    }
    return found;
  });
}

/** Whether any of the mentions, which are in the order of the text, lies within a span. */
function holdsOne(mentions: readonly Mention[], span: Span): boolean {
  const first = partitionPoint(mentions.length, (i) => (mentions[i]?.span.start ?? Infinity) < span.start);
  return (mentions[first]?.span.end ?? Infinity) <= span.end;
}
