import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { ArchiveText } from '../archive/archive-text';
import type { OpenArchive } from '../archive/open-archive';
import type { Registry } from '../entities/registry';
import type { Mention } from '../mentions/mention';
import type { Post } from '../posts/post';
import type { Query } from '../query/query';
import type { Show } from '../query/keys';
import type { Span } from '../text/span';
import { groupsOf } from './groups';
import { hitsIn, placesIn, type Hits } from './hits';
import { noticesOf, type Notice } from './notices';
import { planOf, type Plan } from './plan';
import { sorted } from './sort';
import { compareGroups, tallyEntities, type FoundEntity } from './tally';
import type { Around } from './terms';

/** A place in an archive that answers a query. */
export interface FoundPlace {
  readonly kind: 'post' | 'passage' | 'mention';
  readonly text: ArchiveText;
  /** Null outside of posts, where only passages and mentions are found; and its index in the text. */
  readonly post: Post | null;
  readonly index: number;
  /** The annotation of a passage. */
  readonly placed: PlacedAnnotation | null;
  readonly mention: Mention | null;
  /** The place: of a post all of it; null for a passage that has lost its place. */
  readonly span: Span | null;
  /** The group that it is shown in; null without `group:`, and for what has no such property. What belongs to several is there for each. */
  readonly group: string | null;
}

export interface SearchResults {
  readonly show: Show;
  /** How many results there are, each counted once, whatever the groups. */
  readonly total: number;
  readonly places: readonly FoundPlace[];
  /** For `show:entities`, in place of the places. */
  readonly entities: readonly FoundEntity[];
  /** What a person should know of the query: names that nothing has. */
  readonly notices: readonly Notice[];
}

/**
 * Answers a query. Posting lists of posts by entity, tag, source and author come first, then words in the posts that are left. The answers of
 * a text are kept for the query as long as the text does not change: ask with the same object again.
 */
export function search(
  archive: OpenArchive,
  query: Query,
  about: Partial<Omit<Around, 'entities'>> = {},
): SearchResults {
  const plan = knownPlan(query, archive.registry, { me: about.me ?? null, isRead: about.isRead ?? null });
  const hits = archive.texts.map((text) => hitsIn(plan, text));
  const notices = noticesOf(archive, query);
  if (query.show === 'entities') {
    const entities = tallyEntities(archive, plan, hits);
    return {
      show: query.show,
      total: new Set(entities.map(({ entity }) => entity)).size,
      places: [],
      entities,
      notices,
    };
  }
  const found = hits.flatMap(placesOf);
  const count = (place: FoundPlace) => placesOfOne(archive, query, place).length;
  const ordered = sorted(found, query.sort, count);
  return {
    show: query.show,
    total: found.length,
    places: grouped(ordered, query, archive.registry),
    entities: [],
    notices,
  };
}

/**
 * A concordance: each place that answers a query by itself, in place of the posts that hold them: words, mentions, tagged passages. What has
 * lost its place is left out. `sort:left` and `sort:right` sort by the words beside each place, the nearest first.
 */
export function concordance(archive: OpenArchive, query: Query, { places }: SearchResults): readonly FoundPlace[] {
  const all = places.flatMap((place) => placesOfOne(archive, query, place).map((span) => ({ ...place, span })));
  if (query.sort?.by !== 'left' && query.sort?.by !== 'right') return all;
  return sorted(all, query.sort, () => 0).sort((a, b) => compareGroups(a.group, b.group));
}

function placesOfOne(archive: OpenArchive, query: Query, { kind, text, index, span }: FoundPlace): readonly Span[] {
  if (kind !== 'post') return span ? [span] : [];
  const plan = knownPlan(query, archive.registry, { me: null, isRead: null });
  return placesIn(plan, hitsIn(plan, text).facts, index);
}

function knownPlan(query: Query, registry: Registry, about: Omit<Around, 'entities'>): Plan {
  const known = PLANS.get(query);
  if (known?.registry === registry && known.me === about.me && known.isRead === about.isRead) return known.plan;
  const plan = planOf(query, registry, about);
  // What a person has read may change at any time.
  if (about.isRead === null) PLANS.set(query, { registry, ...about, plan });
  return plan;
}

const PLANS = new WeakMap<Query, Omit<Around, 'entities'> & { readonly registry: Registry; readonly plan: Plan }>();

function placesOf({ facts, posts, passages, mentions }: Hits): FoundPlace[] {
  const { text } = facts;
  const base = { text, placed: null, mention: null, group: null };
  const post = (index: number) => facts.posts[index] ?? null;
  return [
    ...posts.map((i): FoundPlace => ({ ...base, kind: 'post', post: post(i), index: i, span: post(i)?.span ?? null })),
    ...passages.map((one): FoundPlace => {
      return {
        ...base,
        kind: 'passage',
        post: post(one.post),
        index: one.post,
        placed: one.placed,
        span: one.placed.anchor.span,
      };
    }),
    ...mentions.map(({ post: i, mention }): FoundPlace => {
      return { ...base, kind: 'mention', post: post(i), index: i, mention, span: mention.span };
    }),
  ];
}

/** Results by group, those without one last. In a group they keep their order. */
function grouped(places: readonly FoundPlace[], { group }: Query, registry: Registry): readonly FoundPlace[] {
  if (group === null) return places;
  const all = places.flatMap((place) => {
    const keys = groupsOf(place, group, registry);
    return (keys.length === 0 ? [null] : keys).map((key) => ({ ...place, group: key }));
  });
  return all.sort((a, b) => compareGroups(a.group, b.group));
}
