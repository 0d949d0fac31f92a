import type { Mention } from './mention';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Lexicon } from './lexicon';
import type { Post } from '../posts/post';
import type { Entity } from '../entities/registry';
import { clearNames } from './clear-names';
import { postWords, spokenPlaces, type SpokenPlace } from './post-word';
import { sharedForms } from './shared-forms';

/** What is known of a text whose names are to be settled. */
export interface NameFacts {
  readonly path: string;
  /** Asked for only where a person spoke of a whole post: the text may have to be read. */
  readonly text: () => string;
  /** Asked for only where something depends on them: highlights are waited for, and need no posts otherwise. */
  readonly posts: () => readonly Post[];
  readonly lexicon: Lexicon;
  readonly annotations: readonly PlacedAnnotation[];
  /** The ids of entities of which a person said that they are not meant at a place; the keys are `start-end`. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>;
  /** The places of passages that a person linked. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Says which entity each name means, where its spelling does not tell. What counts, the first that says anything:
 *
 * 1. what a person said of the one mention (it is in `rejected` and `taken` already),
 * 2. what persons said of these words for the whole post; where they contradict one another, it stays open between what they said,
 * 3. the other mentions of the post; see `clearNames`.
 *
 * All of it looks at one post only, so no text depends on another one. What nothing settles keeps its `others`.
 *
 * @param mentions what the registry finds, in the order of the text
 */
export function settleNames(mentions: readonly Mention[], facts: NameFacts): readonly Mention[] {
  const { lexicon, posts } = facts;
  const shared = sharedForms(lexicon.matcher);
  const words = postWords(facts.annotations, posts, lexicon.registry);
  const isOpen = ({ others, decided }: Mention) => others.length > 0 && !decided;
  const open = new Set(shared.size === 0 ? [] : mentions.filter(isOpen));
  if (words.length === 0) return open.size === 0 ? mentions : clearNames(mentions, posts(), shared, open);

  const spoken = spokenPlaces(facts.text(), words);
  const disputed = new Set<Mention>();
  const said = withSpoken(mentions, spoken, facts, disputed);
  const left = new Set(said.filter((mention) => isOpen(mention) && !disputed.has(mention)));
  return left.size === 0 ? said : clearNames(said, posts(), shared, left);
}

/** Puts what persons said of whole posts in the place of what the registry says. */
function withSpoken(
  mentions: readonly Mention[],
  spoken: readonly SpokenPlace[],
  facts: NameFacts,
  disputed: Set<Mention>,
): Mention[] {
  const result: Mention[] = [];
  let next = 0;
  for (const place of spoken) {
    const { start, end } = place.span;
    for (let mention = mentions[next]; mention && mention.span.end <= start; mention = mentions[++next])
      result.push(mention);
    const first = mentions[next];
    // As among the names of the registry, the first and longest counts.
    if (first && (first.span.start < start || (first.span.start === start && first.span.end > end))) continue;
    const same = first?.span.start === start && first.span.end === end ? first : null;
    const mention = mentionAt(place, same, facts, disputed);
    if (!mention && !same) continue;
    while ((mentions[next]?.span.start ?? Infinity) < end) next++;
    if (mention) result.push(mention);
  }
  for (const mention of mentions.slice(next)) result.push(mention);
  return result;
}

/** The mention at a place of which persons said something for the post; null where nothing is left that it may mean. */
function mentionAt(
  { span, entities, not }: SpokenPlace,
  same: Mention | null,
  { path, rejected, taken, lexicon }: NameFacts,
  disputed: Set<Mention>,
): Mention | null {
  const key = `${span.start}-${span.end}`;
  if (taken.has(key)) return null;
  const gone = rejected.get(key);
  const named = lexicon.registry.entities.filter(({ id }) => entities.has(id) && gone?.has(id) !== true);
  const mention = (entity: Entity, others: readonly Entity[], decided: boolean): Mention => ({
    ...{ path, span, entity, others, alias: same?.alias ?? null, decided },
    ...{ inPost: decided, clear: null },
  });
  const [first, ...others] = named;
  if (first) {
    const agreed = others.length === 0 && !not.has(first.id);
    const made = mention(first, others, agreed);
    if (!agreed) disputed.add(made);
    return made;
  }
  const [owner, ...rest] = same ? [same.entity, ...same.others].filter(({ id }) => !not.has(id)) : [];
  return owner ? mention(owner, rest, false) : null;
}
