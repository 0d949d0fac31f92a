import { postsMentioning, type MentioningPost } from '../lists/entity-list';
import type { OpenArchive } from '../archive/open-archive';
import type { Entity } from '../entities/registry';
import { citingAnnotations, type CitingAnnotation } from './citing-annotations';
import { companionsOf, type Companion } from './companions';
import { timelineOf, type Timeline } from './timeline';

/** A spelling of the registry, and how often the texts have it. */
export interface Spelling {
  /** Null stands for the passages that a person linked, however they are worded. */
  readonly text: string | null;
  readonly mentions: number;
}

/** All that an archive knows of one entity, for a page to show. Plain data. */
export interface EntityPage {
  readonly entity: Entity;
  /** How many mentions there are in all. */
  readonly mentions: number;
  /** Its name first, then its aliases in the order of the registry, then what was linked by hand; the unused ones too. */
  readonly spellings: readonly Spelling[];
  /** The newest first, those without a date behind them, and what is in no post last. */
  readonly posts: readonly MentioningPost[];
  /** When it is mentioned; null where no post with a date mentions it. */
  readonly timeline: Timeline | null;
  /** How many mentions are in posts without a date, and how many in no post. */
  readonly undated: number;
  readonly outside: number;
  /** Whom it is mentioned with in the same posts, the most frequent first. */
  readonly companions: readonly Companion[];
  readonly annotations: readonly CitingAnnotation[];
}

/**
 * Gathers what an archive knows of an entity; null where the registry has none of that id. Costs one pass over the mentions of the
 * texts that name it.
 */
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
