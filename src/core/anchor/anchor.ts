import type { Post } from '../posts/post';
import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { originalSpan } from './coordinates';
import { isLikely, isMeant, mightBeLikely, MUCH_ALIKE, othersOf, type Others } from './evidence';
import { findStrings, type Places } from './find-strings';
import { LENIENT_FROM } from './context';
import { fullEffort, weighPlaces, type Effort, type QuoteMatch } from './match-quote';
import { type Quote } from './quote';
import { findResembling, type Resemblance } from './resemblance';
import { comparableQuote, CONTEXT_LENGTH, type Selector } from './selector';
import { ORPHAN, placed, unplaced, type Anchor, type Candidate } from './states';

export { ORPHAN, type Anchor, type AnchorEvidence, type AnchorState, type Candidate } from './states';

/** Finds the place of one annotation: see `findAnchors`, of which this is the case of one. */
export function findAnchor(whole: Comparable, posts: readonly Post[], selector: Selector): Anchor {
  return findAnchors(whole, posts, [selector])[0] ?? ORPHAN;
}

/**
 * Finds the places of annotations in one text: each by its quote in its surroundings, in its post first, then in the whole file, as
 * posts get retitled and moved; then by a passage that resembles it. Costs a few passes over the text for all annotations together.
 *
 * @param whole the file's text in comparable form
 * @param posts the file's posts, in order
 * @returns an anchor for each selector, in their order
 */
export function findAnchors(whole: Comparable, posts: readonly Post[], selectors: readonly Selector[]): Anchor[] {
  const quotes = selectors.map(comparableQuote);
  const places = findStrings(
    whole.text,
    quotes.map(({ exact }) => exact),
  );
  const byId = new Map<string, Post>();
  for (const post of posts) if (!byId.has(post.id)) byId.set(post.id, post);
  const byName = new Map<string, number>();
  for (const { id } of posts) byName.set(parts(id).join('/'), (byName.get(parts(id).join('/')) ?? 0) + 1);
  const search: Search = { whole, posts, byId, byName, effort: fullEffort() };
  const sought = selectors.map((selector, i): Sought => {
    const quote = quotes[i] ?? NO_QUOTE;
    return { post: selector.post, quote, others: othersOf(selector.copy), places: places.get(quote.exact) ?? null };
  });
  const anchors = sought.map((one) => findByQuote(search, one));
  const lost = sought.map(({ quote }, i) => (!anchors[i]?.span && isLong(quote) ? quote : NO_QUOTE));
  const resembling = findResembling(whole.text, lost);
  return anchors.map((anchor, i) => {
    const [one, passages] = [sought[i], resembling[i]];
    return one && passages && passages.length > 0 ? byResemblance(whole, anchor, one, passages) : anchor;
  });
}

/** What is known of an annotation before its place is looked for. */
interface Sought {
  readonly post: string | null;
  readonly quote: Quote;
  readonly others: Others | null;
  readonly places: Places;
}

/** A text with its posts, and what may still be spent on searching it. */
interface Search {
  readonly whole: Comparable;
  readonly posts: readonly Post[];
  readonly byId: ReadonlyMap<string, Post>;
  /** How many posts have a date and title. */
  readonly byName: ReadonlyMap<string, number>;
  readonly effort: Effort;
}

const NO_QUOTE: Quote = { exact: '', before: '', after: '' };
const EVERYWHERE: Span = { start: 0, end: Infinity };

function isLong(quote: Quote): boolean {
  return quote.exact.length >= LENIENT_FROM;
}

function findByQuote(search: Search, sought: Sought): Anchor {
  const { whole, posts, byId, effort } = search;
  const { quote, others, places } = sought;
  if (places?.length === 0) return ORPHAN;
  const post = sought.post === null ? { span: EVERYWHERE } : (byId.get(sought.post) ?? onlyKin(posts, sought.post));
  const own = post ? weigh(whole, quote, post.span, places, effort) : [];
  if (!own) return UNKNOWN;
  const meant = contenders(sought, own);
  const [first] = meant;
  // A number counts the places of the post, and says nothing about those elsewhere, unless another post may be its copy.
  const isNumbered = others !== 'none' && others !== 'some';
  if (isNumbered && first && !hasNamesake(search, sought)) return placed('exact', 'quote', candidate(whole, first));
  if (meant.length > 1) return unplaced('ambiguous', candidates(whole, meant));
  const all = sought.post === null ? own : weigh(whole, quote, EVERYWHERE, places, effort);
  if (!all) return UNKNOWN;
  const anywhere = contenders(sought, all);
  const [only] = anywhere;
  const best = all.filter((match) => anywhere.includes(match) || match.side >= MUCH_ALIKE);
  if (!first && best.length === 0) return withoutSurroundings(whole, quote, own, all);
  // Where there was no place like it, another one is a copy, and nothing tells which of the two was there before.
  const rivals = isNumbered ? anywhere.length : best.length;
  if (!only || rivals > 1) return unplaced('ambiguous', candidates(whole, best));
  const place = candidate(whole, only);
  if (first) return placed('exact', 'quote', place);
  // A word is in many places. That its post still has it, if in other surroundings, is a doubt that a phrase leaves no room for.
  if (own.length > 0 && !isLong(quote)) return unplaced('ambiguous', candidates(whole, [only, ...own]));
  if (isKin(posts, place.span, sought.post)) return placed('exact', 'quote', place);
  return isNumbered && !isTelling(quote) ? unplaced('ambiguous', [place]) : placed('changed', 'quote', place);
}

/** Whether as much is remembered on both sides as tells a place from all others, wherever it stands. */
function isTelling({ before, after }: Quote): boolean {
  return Math.min(before.length, after.length) > CONTEXT_LENGTH;
}

/** Whether a post of the same date and title may be the copy, or the original, of the one that is named. */
function hasNamesake({ byName }: Search, { post }: Sought): boolean {
  return post !== null && (byName.get(parts(post).join('/')) ?? 0) > 1;
}

/** The places that may be meant: one alone where it has the right number. */
function contenders({ quote, others }: Sought, matches: readonly QuoteMatch[]): readonly QuoteMatch[] {
  if (others === null) return [];
  if (others !== 'none' && others !== 'some') {
    const full = matches.filter(({ context }) => context === 1);
    const numbered = full.length === others.of ? full[others.n - 1] : undefined;
    return numbered ? [numbered] : [];
  }
  return matches.filter((match) => isMeant(quote, match, others));
}

/** More places than anybody could weigh. */
const UNKNOWN = unplaced('ambiguous', []);

function weigh(whole: Comparable, quote: Quote, within: Span, places: Places, effort: Effort): QuoteMatch[] | null {
  const span = { start: whole.from(within.start), end: whole.from(within.end) };
  return weighPlaces(whole.text, quote, span, places, effort);
}

/**
 * The quote stands in the text, but nowhere among what surrounded it. A phrase, or a word that its own post still has, may be the one
 * for all that; a word elsewhere is just the same word.
 */
function withoutSurroundings(whole: Comparable, quote: Quote, own: readonly QuoteMatch[], all: readonly QuoteMatch[]) {
  const likely = isLong(quote) ? all : own;
  if (likely.length > 0) return unplaced('ambiguous', candidates(whole, likely));
  return unplaced('orphan', candidates(whole, all));
}

/** The post that has got another title or another date since, if only one comes into question. */
function onlyKin(posts: readonly Post[], id: string): Post | undefined {
  const kin = posts.filter((post) => areKin(post.id, id));
  return kin.length === 1 ? kin[0] : undefined;
}

/** A place in a post of another name is sure only if that may be the same post. */
function isKin(posts: readonly Post[], span: Span, id: string | null): boolean {
  if (id === null) return true;
  const post = posts.find((candidate) => candidate.span.start <= span.start && span.start < candidate.span.end);
  return !posts.some((candidate) => candidate.id === id) && areKin(post?.id ?? '', id);
}

/** Whether two ids may be those of one post: of the same date, or of the same title. */
function areKin(a: string, b: string): boolean {
  const [date, title] = parts(a);
  const [otherDate, otherTitle] = parts(b);
  return (date === otherDate && date !== 'undated' && date !== '') || (title === otherTitle && title !== '');
}

/** The date and the title's words of a post's id, the number of a namesake left out. */
function parts(id: string): [string, string] {
  const slash = id.indexOf('/');
  return [id.slice(0, Math.max(0, slash)), id.slice(slash + 1).replace(/-\d+$/, '')];
}

/** What passages that resemble the quote say about an annotation that its quote did not place. */
function byResemblance(
  whole: Comparable,
  anchor: Anchor,
  { quote, others }: Sought,
  passages: readonly Resemblance[],
): Anchor {
  const telling = others === 'none' || others === 'some' ? others : null;
  const likely = passages.filter((passage) => isLikely(quote, passage, telling ?? 'some'));
  const rivals = passages.filter(
    (passage) => passage !== likely[0] && mightBeLikely(quote, passage) && passage.side >= MUCH_ALIKE,
  );
  const [first] = likely;
  const lookalikes = passages.map((passage) => resembling(whole, passage));
  if (!first)
    return unplaced(anchor.state === 'ambiguous' ? 'ambiguous' : 'orphan', [...anchor.candidates, ...lookalikes]);
  if (telling === null || likely.length > 1 || rivals.length > 0)
    return unplaced('ambiguous', [...anchor.candidates, ...lookalikes]);
  // What stands there word for word in the right surroundings, if in several places, is nearer than what only resembles it.
  if (anchor.candidates.some(({ score }) => score >= first.score)) {
    return unplaced('ambiguous', [...anchor.candidates, ...lookalikes]);
  }
  const place = resembling(whole, first);
  const rest = unplaced('orphan', [...anchor.candidates, ...lookalikes]).candidates;
  const besides = rest.filter(({ span }) => span.start !== place.span.start || span.end !== place.span.end);
  return { ...placed('changed', 'resemblance', place), candidates: [place, ...besides] };
}

function candidate(whole: Comparable, { span, context }: QuoteMatch): Candidate {
  return { span: originalSpan(whole, span), score: context };
}

function candidates(whole: Comparable, matches: readonly QuoteMatch[]): Candidate[] {
  const best = [...matches].sort((a, b) => b.context - a.context).slice(0, 50);
  return best.map((match) => candidate(whole, match));
}

function resembling(whole: Comparable, { span, score }: Resemblance): Candidate {
  return { span: originalSpan(whole, span), score };
}
