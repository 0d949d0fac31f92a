import type { Span } from '../text/span';
import { readCredit, type KnownNames } from './credit';
import { fusedAt } from './fused';
import { looksLikePeople } from './names';
import type { PossibleHeader } from './possible-headers';
import { collapse, comparableName } from './words';

const NOTHING: KnownNames = { sources: new Set(), authors: new Set(), placed: new Set() };

/** What is written before other names, as a habit of an archive. */
interface Followers {
  /** The different names behind it, and the different words that these begin with. */
  readonly names: Set<string>;
  readonly words: Set<string>;
}

/** The sources and authors in the bylines that repeat their title. They help to read the other bylines. */
export function knownNames(text: string, posts: readonly PossibleHeader[]): KnownNames {
  const sources = new Set<string>();
  const authors = new Set<string>();
  const fused = new Map<string, Followers>();
  const behindPlaces = new Map<string, Followers>();
  const valueOf = (span: Span | null | undefined) => (span ? collapse(text.slice(span.start, span.end)) : null);
  let bylines = 0;
  for (const { byline, titled } of posts) {
    if (!titled || !byline) continue;
    bylines++;
    const { source, author } = readCredit(text, byline.segments, byline.titled, NOTHING);
    const [from, by] = [valueOf(source), valueOf(author)];
    // One name alone that could be a person's is no evidence: the byline may have left out the source.
    if (from !== null && (by !== null || !looksLikePeople(from))) sources.add(comparableName(from));
    if (by !== null) authors.add(comparableName(by));
    if (from === null) continue;
    for (const place of fusedAt(from)) follow(fused, from.slice(0, place), from.slice(place));
    const [last, ...others] = byline.segments.filter(({ start }) => source && start >= source.end).reverse();
    const behind = valueOf(last);
    if (by === null && behind !== null && others.length > 0 && looksLikePeople(behind))
      follow(behindPlaces, from, behind);
  }
  // A habit shows in three bylines, or in all where there are two.
  const enough = Math.min(3, Math.max(2, bylines));
  const habits = (found: ReadonlyMap<string, Followers>) =>
    [...found]
      .filter(([, { names, words }]) => names.size >= enough && words.size > 1)
      .map(([name]) => comparableName(name));
  for (const source of habits(fused)) sources.add(source);
  return { sources, authors, placed: new Set(habits(behindPlaces)) };
}

function follow(found: Map<string, Followers>, name: string, follower: string): void {
  const followers = found.get(name) ?? { names: new Set(), words: new Set() };
  followers.names.add(follower);
  followers.words.add(follower.split(' ')[0] ?? '');
  found.set(name, followers);
}
