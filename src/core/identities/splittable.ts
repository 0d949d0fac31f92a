import { listAnnotations, ownerOf } from '../lists/annotation-list';
import { postAt } from '../posts/post-at';
import type { OpenArchive } from '../archive/open-archive';
import { mentionsOf } from '../lists/mentions';
import type { Post } from '../posts/post';
import type { StoredAnnotation } from '../sidecar/annotation';
import type { Span } from '../text/span';
import type { CitedIn, NameInPost } from './change';

/** A spelling of an entity with the number of its mentions in the archive. */
export interface CountedSpelling {
  readonly text: string;
  readonly mentions: number;
}

/** An annotation that a person linked to an entity. */
export interface LinkedAnnotation extends CitedIn {
  readonly annotation: StoredAnnotation;
  /** Null where the annotation has no place. */
  readonly span: Span | null;
  readonly post: Post | null;
}

/** The spellings of an entity, its name first, each with the number of its matches. */
export function countSpellings(archive: OpenArchive, entity: string): CountedSpelling[] {
  const found = archive.registry.byId.get(entity);
  if (!found) return [];
  const counts = new Map([found.name, ...found.aliases].map((text) => [text, 0]));
  for (const { alias } of mentionsOf(archive, entity)) {
    const count = alias === null ? undefined : counts.get(alias);
    if (alias !== null && count !== undefined) counts.set(alias, count + 1);
  }
  return [...counts].map(([text, mentions]) => ({ text, mentions }));
}

/** The annotations that persons linked to an entity, text by text in the order of paths, in each in the order of their places. */
export function linkedAnnotations(archive: OpenArchive, entity: string): LinkedAnnotation[] {
  return archive.texts.flatMap((text) => {
    if (!text.sidecar.annotations.some((annotation) => annotation.entity === entity)) return [];
    const linked = listAnnotations(text).filter(({ annotation }) => annotation.entity === entity);
    return linked.map((entry) => ({
      path: text.path,
      annotation: entry.annotation,
      span: entry.anchor.span,
      post: ownerOf(text, entry),
    }));
  });
}

/** The posts in which spellings of an entity stand, without the mentions that persons have decided. In the order of the texts. */
export function spellingsByPost(archive: OpenArchive, entity: string, spellings: readonly string[]): NameInPost[] {
  return archive.texts.flatMap((text) => {
    const found = new Map<string, NameInPost>();
    for (const { entity: first, others, alias, decided, span } of text.mentions) {
      if (alias === null || decided || !spellings.includes(alias)) continue;
      if (first.id !== entity && !others.some(({ id }) => id === entity)) continue;
      const post = postAt(text.posts, span.start);
      if (!post) continue;
      const key = `${alias}\n${post.id}`;
      const { mentions, ...known } = found.get(key) ?? {
        ...{ path: text.path, post: post.id, spelling: alias, span, mentions: 0 },
      };
      found.set(key, { ...known, mentions: mentions + 1 });
    }
    return [...found.values()];
  });
}
