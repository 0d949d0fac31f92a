import type { Post } from '../posts/post';
import { ENTITY_TYPES, type Entity } from '../entities/registry';
import { postAt } from '../posts/post-at';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { Mention } from '../mentions/mention';
import { countMentions, mentionsIn } from './mentions';

/** An entity with the number of its mentions in the archive. */
export interface EntityEntry {
  readonly entity: Entity;
  readonly mentions: number;
}

/** The entities of one type. */
export interface EntityTypeGroup {
  /** As the registry spells it. */
  readonly type: string;
  readonly entities: readonly EntityEntry[];
}

/** A post with its mentions of one entity. */
export interface MentioningPost {
  readonly path: string;
  /** Null for the text outside of posts, such as an archive's header. */
  readonly post: Post | null;
  readonly mentions: readonly Mention[];
}

/** The registry by type: the built-in types, then the archive's own. In each type the most mentioned entities come first. */
export function listEntities(archive: OpenArchive): EntityTypeGroup[] {
  const counts = countMentions(archive);
  const types = new Map<string, EntityEntry[]>();
  for (const entity of archive.registry.entities) {
    const entry = { entity, mentions: counts.get(entity.id) ?? 0 };
    const list = types.get(entity.type);
    if (list) list.push(entry);
    else types.set(entity.type, [entry]);
  }
  const order: readonly string[] = ENTITY_TYPES;
  const rank = (type: string) => (order.includes(type) ? order.indexOf(type) : order.length);
  return [...types]
    .sort(([a], [b]) => rank(a) - rank(b) || BY_NAME.compare(a, b))
    .map(([type, entities]) => ({ type, entities: entities.sort(byMentions) }));
}

/** The posts that mention an entity: newest first, undated ones last. */
export function postsMentioning(archive: OpenArchive, entity: string): MentioningPost[] {
  const found = archive.texts.flatMap((text) => mentioningPosts(text, entity));
  return found
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => byDate(a.entry.post, b.entry.post) || a.index - b.index)
    .map(({ entry }) => entry);
}

/**
 * The number of posts that mention each entity, by its id. An ambiguous mention counts for its first entity only. Entities without a
 * mention are missing.
 */
export function countPostsByEntity(text: ArchiveText, among: (post: Post) => boolean): Map<string, number> {
  const posts = new Map<string, Set<Post>>();
  for (const { entity, span } of text.mentions) {
    const post = postAt(text.posts, span.start);
    if (!post || !among(post)) continue;
    const seen = posts.get(entity.id);
    if (seen) seen.add(post);
    else posts.set(entity.id, new Set([post]));
  }
  return new Map([...posts].map(([id, seen]) => [id, seen.size]));
}

function mentioningPosts(text: ArchiveText, entity: string): MentioningPost[] {
  const byPost = new Map<Post | null, Mention[]>();
  for (const mention of mentionsIn(text, entity)) {
    const post = postAt(text.posts, mention.span.start);
    const list = byPost.get(post);
    if (list) list.push(mention);
    else byPost.set(post, [mention]);
  }
  return [...byPost].map(([post, mentions]) => ({ path: text.path, post, mentions }));
}

function byMentions(a: EntityEntry, b: EntityEntry): number {
  return b.mentions - a.mentions || BY_NAME.compare(a.entity.name, b.entity.name);
}

function byDate(a: Post | null, b: Post | null): number {
  const [first, second] = [a?.date ?? '', b?.date ?? ''];
  return first === second ? 0 : first < second ? 1 : -1;
}

/** The same order on every machine, whatever its language. */
const BY_NAME = new Intl.Collator('en', { numeric: true });
