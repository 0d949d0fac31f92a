import { postsMentioning, type MentioningPost } from '../lists/entity-list';
import type { OpenArchive } from '../archive/open-archive';
import type { Entity } from '../entities/registry';
import { citingAnnotations, type CitingAnnotation } from './citing-annotations';
import { companionsOf, type Companion } from './companions';
import { timelineOf, type Timeline } from './timeline';

/** A spelling of the registry with the number of its mentions. */
export interface Spelling {
  /** Null stands for the passages that a person linked, whatever their words are. */
  readonly text: string | null;
  readonly mentions: number;
}

/** Everything that an archive says of one entity. Plain data. */
export interface EntityPage {
  readonly entity: Entity;
  /** The number of all mentions. */
  readonly mentions: number;
  /** Its name first, then its aliases in the order of the registry, also unused ones, then the passages that a person linked. */
  readonly spellings: readonly Spelling[];
  /** Newest first, then undated ones, and the text outside of posts last. */
  readonly posts: readonly MentioningPost[];
  /** Null where no dated post mentions it. */
  readonly timeline: Timeline | null;
  /** The number of mentions in undated posts. */
  readonly undated: number;
  /** The number of mentions outside of posts. */
  readonly outside: number;
  /** The entities that are mentioned in the same posts, most frequent first. */
  readonly companions: readonly Companion[];
  readonly annotations: readonly CitingAnnotation[];
}

/** Gathers what an archive says of an entity; null where the registry has no such id. One pass over the texts that mention it. */
export function entityPage(archive: OpenArchive, id: string): EntityPage | null {
  const entity = archive.registry.byId.get(id);
  if (!entity) return null;
  const posts = postsMentioning(archive, id);
  const count = (some: readonly MentioningPost[]) => some.reduce((sum, { mentions }) => sum + mentions.length, 0);
  return {
    entity,
    mentions: count(posts),
    spellings: spellingsOf(entity, posts),
    posts,
    timeline: timelineOf(posts),
    undated: count(posts.filter(({ post }) => post?.date === null)),
    outside: count(posts.filter(({ post }) => post === null)),
    companions: companionsOf(archive, id),
    annotations: citingAnnotations(archive, id),
  };
}

function spellingsOf(entity: Entity, posts: readonly MentioningPost[]): Spelling[] {
  const counts = new Map<string | null, number>([entity.name, ...entity.aliases].map((text) => [text, 0]));
  for (const { mentions } of posts) {
    for (const { alias } of mentions) counts.set(alias, (counts.get(alias) ?? 0) + 1);
  }
  const spellings = [...counts].map(([text, mentions]) => ({ text, mentions }));
  return [...spellings.filter(({ text }) => text !== null), ...spellings.filter(({ text }) => text === null)];
}
