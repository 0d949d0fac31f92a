import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Post } from '../posts/post';
import type { Registry } from '../entities/registry';
import { createMatcher, type Matcher } from '../match';
import type { Span } from '../text/span';

/** A person's decision about some words in a whole post: `scope: post`. */
export interface PostWord {
  readonly post: Post;
  readonly quote: string;
  /** The id of the entity that the words mean there; null where the decision only rules one out. */
  readonly entity: string | null;
  /** The id of the entity that they do not mean there. */
  readonly not: string | null;
}

/** A place where such words stand, with the decisions about them. */
export interface SpokenPlace {
  readonly span: Span;
  /** The ids of the entities that they mean; several where persons contradict one another. */
  readonly entities: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
}

/**
 * The decisions of a text's annotations about whole posts. An annotation without an exact place is left out, as its post would be a guess,
 * and so is an annotation that only names an entity which the registry lacks.
 */
export function postWords(
  placed: readonly PlacedAnnotation[],
  posts: () => readonly Post[],
  registry: Registry,
): PostWord[] {
  const words: PostWord[] = [];
  for (const { annotation, anchor } of placed) {
    if (annotation.scope !== 'post' || anchor.state !== 'exact' || !anchor.span) continue;
    const { start } = anchor.span;
    const post = posts().find(({ span }) => span.start <= start && start < span.end);
    const entity = annotation.entity !== null && registry.byId.has(annotation.entity) ? annotation.entity : null;
    if (post && (entity !== null || annotation.not !== null))
      words.push({ post, quote: annotation.quote, entity, not: annotation.not });
  }
  return words;
}

/** All places of such words in their posts, matched as names are: as whole words, the longest first. In the order of the text. */
export function spokenPlaces(text: string, words: readonly PostWord[]): SpokenPlace[] {
  const byPost = new Map<Post, PostWord[]>();
  for (const word of words) byPost.set(word.post, [...(byPost.get(word.post) ?? []), word]);
  const places: SpokenPlace[] = [];
  for (const [{ span }, own] of [...byPost].sort(([a], [b]) => a.span.start - b.span.start)) {
    const matcher = matcherOf(own.map(({ quote }) => quote));
    const found = matcher.matchPart(text, span.start, span.end);
    for (let i = 0; i < found.count; i++) {
      const said = matcher.entitiesOf(found.form(i)).flatMap((index) => own[index] ?? []);
      places.push({
        span: { start: found.start(i), end: found.end(i) },
        entities: new Set(said.flatMap(({ entity }) => entity ?? [])),
        not: new Set(said.flatMap(({ not }) => not ?? [])),
      });
    }
  }
  return places;
}

/** Kept, as the same few words are looked for after every pause in typing. */
function matcherOf(quotes: readonly string[]): Matcher {
  const key = JSON.stringify(quotes);
  let matcher = matchers.get(key);
  if (!matcher) {
    if (matchers.size >= KEPT) matchers.clear();
    matcher = createMatcher(quotes.map((text, entity) => ({ text, entity })));
    matchers.set(key, matcher);
  }
  return matcher;
}

const matchers = new Map<string, Matcher>();
const KEPT = 200;
