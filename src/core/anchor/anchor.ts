import { NamedPosts } from '../posts/named-posts';
import type { Post } from '../posts/post';
import { fold, type Comparable } from '../text/comparable';
import { everyPlace } from '../text/comparable-text';
import type { ComparableText } from '../text/offset';
import type { Span } from '../text/span';
import { AlikePlaces } from './alike-places';
import { byResemblance } from './by-resemblance';
import { isMeant, MUCH_ALIKE, othersOf, type Others } from './evidence';
import { placeByHand } from './by-hand';
import { findStrings, type StringPlaces } from './find-strings';
import { LENIENT_FROM } from './context';
import { fullEffort, weighPlaces, type Effort, type QuoteMatch } from './match-quote';
import type { Quote } from './quote';
import { findResembling } from './resemblance';
import { comparableQuote, CONTEXT_LENGTH, type Selector } from './selector';
import { ORPHAN, placed, unplaced, type Anchor, type Candidate } from './states';

export { ORPHAN, type Anchor, type AnchorEvidence, type AnchorState } from './states';

/** Finds the place of one annotation, as `findAnchors` does. */
export function findAnchor(whole: Comparable, posts: readonly Post[], selector: Selector): Anchor {
  return findAnchors(whole, posts, [selector])[0] ?? ORPHAN;
}

/**
 * Finds the places of annotations in one text. Each is looked for by its quote in its surroundings: in its post first, then in the whole
 * file, as posts get other titles and move; then by passages that resemble the quote. Costs a few passes over the text for all
 * annotations together.
 *
 * @param whole the text of the file
 * @param posts the posts of the file, in order
 * @param many from how many comparisons of one quote's places on these are indexed
 * @returns an anchor for each selector, in their order
 */
export function findAnchors(
  whole: Comparable,
  posts: readonly Post[],
  selectors: readonly Selector[],
  many = 50_000,
): Anchor[] {
  const quotes = selectors.map(comparableQuote);
  const places = findStrings(
    whole.text,
    quotes.map(({ exact }) => exact),
  );
  const alike = indexMany(whole, quotes, places, many);
  const search: Search = { whole, posts, named: new NamedPosts(posts), alike, effort: fullEffort() };
  const sought = selectors.map((selector, i): Sought => {
    const quote = quotes[i] ?? NO_QUOTE;
    return { post: selector.post, quote, others: othersOf(selector.copy), places: places.get(quote.exact) ?? null };
  });
  const anchors = sought.map((one) => withProof(findByQuote(search, one), one));
  const lost = sought.map(({ quote }, i) => (!anchors[i]?.span && isPhrase(quote) ? quote : NO_QUOTE));
  const resembling = findResembling(whole.text, lost);
  return anchors.map((anchor, i) => {
    const [one, passages] = [sought[i], resembling[i]];
    return one && passages && passages.length > 0 ? byResemblance(whole, anchor, one, passages) : anchor;
  });
}

/** An annotation whose place is looked for: the id of its post, its quote, its `copy`, and all places of the quote. */
interface Sought {
  readonly post: string | null;
  readonly quote: Quote;
  readonly others: Others | null;
  readonly places: StringPlaces;
}

/** A text with its posts, and the effort left for searching it. */
interface Search {
  readonly whole: Comparable;
  readonly posts: readonly Post[];
  readonly named: NamedPosts;
  /** The places of words that many annotations have, by the words. */
  readonly alike: ReadonlyMap<string, AlikePlaces>;
  readonly effort: Effort;
}

const EMPTY = fold('');
const NO_QUOTE: Quote = { exact: EMPTY, before: EMPTY, after: EMPTY };
const EVERYWHERE: Span = { start: 0, end: Infinity };

function isPhrase(quote: Quote): boolean {
  return quote.exact.length >= LENIENT_FROM;
}

/**
 * Finds an annotation by its quote in its surroundings.
 *
 * 1. In its post. If the record has a number (see `Others`), the place with that number is exact.
 * 2. In the whole file. A single place in its post is exact, unless a place elsewhere is much like it, and so may be the original.
 * 3. A single place outside of its post is exact if that post may be the same under another title or date, else changed.
 *
 * In all other cases the anchor is ambiguous, or an orphan. Unless it is exact, all of this is asked again of the part of the file that
 * earlier versions took for the post.
 */
function findByQuote(search: Search, sought: Sought): Anchor {
  const { named } = search;
  const anchor = findWithin(search, sought, named.partOf(sought.post));
  if (anchor.state === 'exact' || sought.post === null || sought.places?.length === 0) return anchor;
  const former = named.formerPartOf(sought.post);
  const before = former && findWithin(search, sought, former);
  return before?.state === 'exact' ? before : anchor;
}

/** @param part of the text: what the named post takes up; null where that is not known */
function findWithin(search: Search, sought: Sought, part: Span | null): Anchor {
  const { whole, posts, named, effort } = search;
  const { quote, others, places } = sought;
  if (places?.length === 0) return ORPHAN;
  const among = part ? findAmongMany(search, sought, part) : null;
  if (among) return placed('exact', 'quote', candidate(whole, among));
  const own = part ? weigh(whole, quote, part, places, effort) : [];
  if (!own) return TOO_COSTLY;
  const inPost = contenders(sought, own);
  const [first] = inPost;
  // The number counts the places of the post, so places elsewhere do not matter, unless another post may be a copy of this one.
  const isNumbered = others !== 'none' && others !== 'some';
  if (isNumbered && first && !named.hasNamesake(sought.post)) return placed('exact', 'quote', candidate(whole, first));
  if (others !== 'none' && inPost.length > 1) return unplaced('ambiguous', candidates(whole, inPost));
  const all = sought.post === null ? own : weigh(whole, quote, EVERYWHERE, places, effort);
  if (!all) return TOO_COSTLY;
  const isUnmarked = others === 'none' && !named.hasNamesake(sought.post);
  // Where the post is not there, a quote alone does not tell that its place in another post is meant.
  const eligible = part ? own : quote.before.length + quote.after.length > 0 ? all : [];
  const byHand = isUnmarked ? placeByHand(whole, posts, quote, eligible) : null;
  if (byHand) return placed('exact', 'quote', candidate(whole, byHand));
  if (inPost.length > 1) return unplaced('ambiguous', candidates(whole, inPost));
  const anywhere = contenders(sought, all);
  const [only] = anywhere;
  const similar = all.filter((match) => anywhere.includes(match) || match.side >= MUCH_ALIKE);
  if (!first && similar.length === 0) return withoutSurroundings(whole, quote, own, all);
  // If no other place was similar when the annotation was made, a second one is a copy, and nothing tells which is the original.
  const rivals = isNumbered ? anywhere.length : similar.length;
  if (!only || rivals > 1) return unplaced('ambiguous', candidates(whole, similar));
  const place = candidate(whole, only);
  if (first) return placed('exact', 'quote', place);
  // A word stands in many places, so if its own post still holds it, even in other surroundings, the place elsewhere is doubtful.
  if (own.length > 0 && !isPhrase(quote)) return unplaced('ambiguous', candidates(whole, [only, ...own]));
  if (named.mayHold(sought.post, place.span.start)) return placed('exact', 'quote', place);
  return isNumbered && !isTelling(quote) ? unplaced('ambiguous', [place]) : placed('changed', 'quote', place);
}

/** An index of the places of each quote that would cost many comparisons: annotations times places. */
function indexMany(
  whole: Comparable,
  quotes: readonly Quote[],
  places: ReadonlyMap<string, StringPlaces>,
  many: number,
): ReadonlyMap<string, AlikePlaces> {
  const groups = new Map<ComparableText, Quote[]>();
  for (const quote of quotes) {
    const group = groups.get(quote.exact);
    if (group) group.push(quote);
    else groups.set(quote.exact, [quote]);
  }
  const indexed = new Map<string, AlikePlaces>();
  for (const [exact, group] of groups) {
    // A list of places is left out where they are many.
    const starts = places.get(exact) ?? (group.length > 1 ? everyPlace(whole.text, exact) : []);
    if (group.length * starts.length >= many) indexed.set(exact, new AlikePlaces(whole.text, starts, group));
  }
  return indexed;
}

/**
 * The place that is exact among many, without a comparison of all: the only one in its post that agrees entirely, or the one with the
 * number of the record. Null where another place has half of the same surroundings, or where nothing is so clear.
 */
function findAmongMany({ whole, named, alike, effort }: Search, sought: Sought, own: Span): QuoteMatch | null {
  const { quote, others } = sought;
  const index = alike.get(quote.exact);
  if (!index || others === null || quote.before.length + quote.after.length === 0) return null;
  const isNumbered = others !== 'none' && others !== 'some';
  const similar = index.find(quote, effort, isNumbered ? 1 : undefined);
  if (!similar || (!isNumbered && similar.length > 1)) return null;
  const within = whole.comparableSpan(own);
  const inPost = similar.filter(({ span }) => within.start <= span.start && span.end <= within.end);
  const [first, second] = contenders(sought, inPost);
  return first?.context === 1 && !second && !(isNumbered && named.hasNamesake(sought.post)) ? first : null;
}

/** The anchor with the word on whether an earlier text may know better. */
function withProof(anchor: Anchor, { quote, places }: Sought): Anchor {
  if (anchor.state !== 'exact') return anchor;
  const isProven = isPhrase(quote) && quote.before.length + quote.after.length > 0 && anchor.score === 1;
  return isProven && places?.length === 1 ? anchor : { ...anchor, unproven: true };
}

/** Whether the surroundings are long enough on both sides to tell the place from all others in any post. */
function isTelling({ before, after }: Quote): boolean {
  return Math.min(before.length, after.length) > CONTEXT_LENGTH;
}

/** The matches that are accepted as the place. If the record has a number, only the match with this number. */
function contenders({ quote, others }: Sought, matches: readonly QuoteMatch[]): readonly QuoteMatch[] {
  if (others === null) return [];
  if (others !== 'none' && others !== 'some') {
    const full = matches.filter(({ context }) => context === 1);
    const numbered = full.length === others.of ? full[others.n - 1] : undefined;
    return numbered ? [numbered] : [];
  }
  return matches.filter((match) => isMeant(quote, match, others));
}

/** The anchor of an annotation for which the effort ran out. */
const TOO_COSTLY = unplaced('ambiguous', []);

/** The places of the quote within a span of the text; see `weighPlaces`. */
function weigh(
  whole: Comparable,
  quote: Quote,
  within: Span,
  places: StringPlaces,
  effort: Effort,
): QuoteMatch[] | null {
  return weighPlaces(whole.text, quote, whole.comparableSpan(within), places, effort);
}

/**
 * The anchor of an annotation whose quote stands in the text, but nowhere in its surroundings: `ambiguous` for a phrase, or for a word
 * that its own post still holds. A word elsewhere is just the same word, so the annotation is an orphan then.
 *
 * @param own the places in its post
 * @param all the places in the whole text
 */
function withoutSurroundings(whole: Comparable, quote: Quote, own: readonly QuoteMatch[], all: readonly QuoteMatch[]) {
  const likely = isPhrase(quote) ? all : own;
  if (likely.length > 0) return unplaced('ambiguous', candidates(whole, likely));
  return unplaced('orphan', candidates(whole, all));
}

function candidate(whole: Comparable, { span, context }: QuoteMatch): Candidate {
  return { span: whole.originalSpan(span), score: context };
}

function candidates(whole: Comparable, matches: readonly QuoteMatch[]): Candidate[] {
  const best = [...matches].sort((a, b) => b.context - a.context).slice(0, 50);
  return best.map((match) => candidate(whole, match));
}
