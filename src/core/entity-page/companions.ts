import { postAt } from '../posts/post-at';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import { isCertain, mentionsIn } from '../lists/mentions';
import type { Post } from '../posts/post';
import type { Entity } from '../entities/registry';

/** An entity that is mentioned in the same posts as another. */
export interface Companion {
  readonly entity: Entity;
  /** In how many posts both are mentioned. */
  readonly posts: number;
}

/** The entities that are mentioned in the same posts as this one, by number of posts, then by name. */
export function companionsOf(archive: OpenArchive, id: string): Companion[] {
  const found = new Map<string, { entity: Entity; posts: number }>();
  for (const text of archive.texts) {
    if (mentionsIn(text, id).length === 0) continue;
    for (const entities of sharedPosts(text, id)) {
      for (const entity of entities) {
        const known = found.get(entity.id);
        if (known) known.posts++;
        else found.set(entity.id, { entity, posts: 1 });
      }
    }
  }
  found.delete(id);
  return [...found.values()].sort((a, b) => b.posts - a.posts || BY_NAME.compare(a.entity.name, b.entity.name));
}

/** For each post that mentions the entity, all entities that it mentions, each once. Ambiguous mentions do not count. */
function* sharedPosts(text: ArchiveText, id: string): Iterable<ReadonlySet<Entity>> {
  let current: Post | null = null;
  let entities = new Set<Entity>();
  let shared = false;
  for (const mention of text.mentions) {
    if (!isCertain(mention)) continue;
    const { entity, span } = mention;
    if (!current || span.start < current.span.start || span.start > current.span.end) {
      if (shared) yield entities;
      current = postAt(text.posts, span.start);
      entities = new Set();
      shared = false;
    }
    if (!current) continue;
    entities.add(entity);
    shared ||= entity.id === id;
  }
  if (shared) yield entities;
}

/** The same order on every machine, whatever its language. */
const BY_NAME = new Intl.Collator('en', { numeric: true });
