import type { Entity } from '../entities/registry';
import type { Mention } from './mention';
import type { Post } from '../posts/post';
import { overlaps } from '../text/span';

/**
 * Resolves ambiguous names by the rest of their post: where exactly one of the owners is also mentioned there by a spelling of its own,
 * the name means that owner, before that mention as well as behind it. Headings count, as they belong to the post.
 *
 * A person's decision about a single mention resolves no other name: that is what decisions about the whole post are for. Bylines neither
 * resolve names nor are resolved: a person who writes about a Hakim may be called Hakim too.
 *
 * @param mentions in the order of the text
 * @param shared the spellings that several entities have
 * @param open the mentions that may be resolved; all others stay as they are
 */
export function clearNames(
  mentions: readonly Mention[],
  posts: readonly Post[],
  shared: ReadonlySet<string>,
  open: ReadonlySet<Mention>,
): Mention[] {
  const result = [...mentions];
  let next = 0;
  for (const post of posts) {
    while ((mentions[next]?.span.start ?? Infinity) < post.span.start) next++;
    const from = next;
    let any = false;
    for (let mention = mentions[next]; mention && mention.span.start < post.span.end; mention = mentions[++next])
      any ||= open.has(mention);
    if (any) clearPost(result, from, next, post, shared, open);
  }
  return result;
}

function clearPost(
  mentions: Mention[],
  from: number,
  to: number,
  post: Post,
  shared: ReadonlySet<string>,
  open: ReadonlySet<Mention>,
): void {
  const present = new Map<string, string>();
  for (const mention of mentions.slice(from, to)) {
    const { entity, alias, decided } = mention;
    if (decided || alias === null || shared.has(alias) || inByline(mention, post)) continue;
    if (!present.has(entity.id)) present.set(entity.id, alias);
  }
  if (present.size === 0) return;
  // By the list of its other owners, which all mentions of one ambiguous form share.
  const meant = new Map<readonly Entity[], Entity | null>();
  for (let i = from; i < to; i++) {
    const mention = mentions[i];
    if (!mention || !open.has(mention) || inByline(mention, post)) continue;
    let owner = meant.get(mention.others);
    if (owner === undefined) meant.set(mention.others, (owner = onlyPresent(mention, present)));
    const clear = owner ? present.get(owner.id) : undefined;
    if (owner && clear !== undefined) mentions[i] = { ...mention, entity: owner, others: [], clear };
  }
}

/** The only owner of a mention that is also mentioned by a spelling of its own; null where there is none, or several. */
function onlyPresent({ entity, others }: Mention, present: ReadonlyMap<string, string>): Entity | null {
  const [owner, ...rivals] = [entity, ...others].filter(({ id }) => present.has(id));
  return owner && rivals.length === 0 ? owner : null;
}

function inByline({ span }: Mention, { places: { author, source } }: Post): boolean {
  return (author !== null && overlaps(author, span)) || (source !== null && overlaps(source, span));
}
