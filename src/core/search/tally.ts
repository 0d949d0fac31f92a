import type { OpenArchive } from '../archive/open-archive';
import type { Entity } from '../entities/registry';
import type { Sort } from '../query/keys';
import { factsOf, OUTSIDE } from './facts';
import { groupsOf } from './groups';
import type { Hits } from './hits';
import type { Plan } from './plan';

/** An entity with what a query found of it. */
export interface FoundEntity {
  readonly entity: Entity;
  /** In how many of the posts it is mentioned, and how often. */
  readonly posts: number;
  readonly mentions: number;
  /** The dates of the first and the last of these posts; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** The date of the first post of the whole archive that mentions it. */
  readonly since: string | null;
  readonly group: string | null;
}

/** Counts the entities that are mentioned in what was found, per group where the query asks for groups. */
export function tallyEntities(archive: OpenArchive, plan: Plan, hits: readonly Hits[]): FoundEntity[] {
  const { group, sort } = plan.query;
  const tallies = new Map<
    string,
    { entity: Entity; group: string | null; posts: Set<string>; mentions: number; dates: string[] }
  >();
  for (const { facts, mentions } of hits) {
    for (const { post: index, mention } of mentions) {
      const post = facts.posts[index] ?? null;
      for (const entity of plan.meant(mention)) {
        const place = { text: facts.text, post, index, placed: null, mention: { ...mention, entity } };
        const keys = group === null ? [] : groupsOf(place, group, archive.registry);
        for (const key of keys.length === 0 ? [null] : keys) {
          const name = `${entity.id}\n${key ?? '\n'}`;
          let tally = tallies.get(name);
          if (!tally) tallies.set(name, (tally = { entity, group: key, posts: new Set(), mentions: 0, dates: [] }));
          tally.mentions++;
          if (index === OUTSIDE || tally.posts.has(`${facts.text.path}\n${index}`)) continue;
          tally.posts.add(`${facts.text.path}\n${index}`);
          if (post?.date) tally.dates.push(post.date);
        }
      }
    }
  }
  const since = firstDates(archive);
  const found = [...tallies.values()].map(({ entity, group: key, posts, mentions, dates }): FoundEntity => {
    dates.sort();
    const [first = null, last = null] = [dates[0], dates.at(-1)];
    return { entity, posts: posts.size, mentions, first, last, since: since.get(entity.id) ?? null, group: key };
  });
  return found.sort((a, b) => compareGroups(a.group, b.group) || compare(a, b, sort) || compare(a, b, MOST));
}

/** The date of the first post that mentions each entity for certain, by its id. */
function firstDates(archive: OpenArchive): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const facts of archive.texts.map(factsOf)) {
    for (const [id, posts] of facts.byEntity) {
      for (const post of posts) {
        const date = facts.posts[post]?.date ?? null;
        if (date !== null && date < (first.get(id) ?? '~')) first.set(id, date);
      }
    }
  }
  return first;
}

const MOST: Sort = { by: 'count', reversed: false };

/** Compares by an order; by name and id where nothing else tells. Entities without a date come last, whichever way dates run. */
function compare(a: FoundEntity, b: FoundEntity, sort: Sort | null): number {
  if (!sort) return 0;
  const way = sort.reversed ? -1 : 1;
  const { by } = sort;
  if (by === 'first' || by === 'last' || by === 'since') {
    const [one, two] = [a[by], b[by]];
    if (one === null || two === null) return one === two ? 0 : one === null ? 1 : -1;
    return (one < two ? -1 : one > two ? 1 : 0) * way;
  }
  const names = BY_NAME.compare(a.entity.name, b.entity.name) || (a.entity.id < b.entity.id ? -1 : 1);
  if (by === 'count') return (b.posts - a.posts || b.mentions - a.mentions) * way || names;
  return a.entity === b.entity ? 0 : names * way;
}

/** Groups in the order of their names; what has none is last. */
export function compareGroups(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The same order on every machine, whatever its language. */
const BY_NAME = new Intl.Collator('en', { numeric: true });
