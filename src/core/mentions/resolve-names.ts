import type { Mention } from './mention';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Lexicon } from './lexicon';
import type { Post } from '../posts/post';
import type { Entity } from '../entities/registry';
import { clearNames } from './clear-names';
import { postWords, spokenPlaces, type SpokenPlace } from './post-word';
import { sharedForms } from './shared-forms';

/** A text whose names are resolved. */
export interface NameFacts {
  readonly path: string;
  /** Called only where a person spoke of a whole post: the text may have to be read from the disk. */
  readonly text: () => string;
  /** Called only where a name depends on its post: reading posts takes time, and highlights are waited for. */
  readonly posts: () => readonly Post[];
  readonly lexicon: Lexicon;
  readonly annotations: readonly PlacedAnnotation[];
  /** The ids of the entities that a person ruled out at a place, by `start-end`. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>;
  /** The places of passages that a person linked, as `start-end`. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Resolves ambiguous names: says which entity each means. The first of these that says anything counts:
 *
 * 1. a person's decision about the one mention (it is in `rejected` and `taken` already),
 * 2. persons' decisions about the same words for the whole post; where they contradict one another, the name stays ambiguous between the
 *    entities that they named,
 * 3. the other mentions of the post; see `clearNames`.
 *
 * All of them lie in the post of the name, so no text depends on another one. A name that none of them resolves keeps its `others`.
 *
 * @param mentions the matches of the registry, in the order of the text
 */
export function resolveNames(mentions: readonly Mention[], facts: NameFacts): readonly Mention[] {
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

/** Replaces matches of the registry by the decisions of persons about whole posts. */
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
    // Of overlapping names the first and longest counts, as in the matcher.
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

/** The mention at a place about which persons decided for the whole post; null where every entity is ruled out. */
function mentionAt(
  { span, entities, not }: SpokenPlace,
  same: Mention | null,
  { path, rejected, taken, lexicon }: NameFacts,
  disputed: Set<Mention>,
): Mention | null {
  const key = `${span.start}-${span.end}`;
  if (taken.has(key)) return null;
  const gone = rejected.get(key);
  const named = [...entities]
    .flatMap((id) => (gone?.has(id) === true ? [] : (lexicon.registry.byId.get(id) ?? [])))
    .sort((a, b) => a.record.start - b.record.start);
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
