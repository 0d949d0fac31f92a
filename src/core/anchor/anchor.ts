import type { Post } from '../archive/post';
import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { enoughAgreement, matchQuote, type Quote, type QuoteMatch } from './match-quote';
import { comparableQuote, type Selector } from './selector';

/**
 * How sure it is where an annotation belongs.
 *
 * - `exact`: its quote stands there, and what surrounds it agrees.
 * - `changed`: its quote stands there, but the surroundings are others; a person should look.
 * - `ambiguous`: several places fit equally well.
 * - `orphan`: the quote is no longer in the text.
 */
export type AnchorState = 'exact' | 'changed' | 'ambiguous' | 'orphan';

/**
 * What told where an annotation is: the edits of the open text, the difference to an earlier text in which its place is known, its
 * quote with the surroundings, or a passage that resembles the quote.
 */
export type AnchorEvidence = 'edits' | 'diff' | 'quote' | 'resemblance';

/** Where an annotation is. Only `exact` and `changed` have a span; a wrong place is worse than none. */
export interface Anchor {
  readonly state: AnchorState;
  /** Null where there is no place. */
  readonly found: AnchorEvidence | null;
  /** In the text as an editor shows it. */
  readonly span: Span | null;
  /** How well the surroundings agree, from 0 to 1; 0 for an orphan. */
  readonly score: number;
  /** The places to choose from when it is not sure, best first. */
  readonly candidates: readonly { readonly span: Span; readonly score: number }[];
}

/** How far the best place must be ahead of the second to be taken. One remembered word of six is about this much. */
const MARGIN = 0.15;

/**
 * Finds the place of an annotation: in its post first, then in the whole file, as posts get retitled and moved.
 *
 * @param whole the file's text in comparable form
 * @param posts the file's posts
 */
export function findAnchor(whole: Comparable, posts: readonly Post[], selector: Selector): Anchor {
  const quote = comparableQuote(selector);
  const { post: id, copy } = selector;
  if (id === null) return choose(whole, quote, EVERYWHERE, copy) ?? ORPHAN;
  const post = posts.find((candidate) => candidate.id === id);
  const inPost = post ? choose(whole, quote, post.span, copy) : null;
  if (inPost && inPost.state !== 'changed') return inPost;
  // A number counts the places of the post, and says nothing about those elsewhere.
  const elsewhere = choose(whole, quote, EVERYWHERE, null);
  if (!post) return elsewhere ? inKin(elsewhere, posts, id) : ORPHAN;
  if (!inPost) return elsewhere ? doubtful(elsewhere) : ORPHAN;
  // In the post only a doubtful place is left. Where another post has a better one, nobody but a person can tell.
  if (elsewhere?.state !== 'exact' || sameSpan(elsewhere.span, inPost.span)) return inPost;
  return undecided([elsewhere, inPost]);
}

const EVERYWHERE: Span = { start: 0, end: Infinity };
export const ORPHAN: Anchor = { state: 'orphan', found: null, span: null, score: 0, candidates: [] };

/** A place in a post of another name is sure only if that may be the same post: of the same date, or of the same title. */
function inKin(anchor: Anchor, posts: readonly Post[], id: string): Anchor {
  const { span } = anchor;
  const post = span && posts.find((candidate) => candidate.span.start <= span.start && span.start < candidate.span.end);
  const [date, title] = parts(id);
  const [otherDate, otherTitle] = parts(post?.id ?? '');
  const kin = (date === otherDate && date !== 'undated') || (title === otherTitle && title !== '');
  return kin ? anchor : doubtful(anchor);
}

/** The date and the title's words of a post's id, the number of a namesake left out. */
function parts(id: string): [string, string] {
  const slash = id.indexOf('/');
  return [id.slice(0, Math.max(0, slash)), id.slice(slash + 1).replace(/-\d+$/, '')];
}

function doubtful(anchor: Anchor): Anchor {
  const { span, score, found } = anchor;
  return anchor.state === 'exact' && span
    ? { state: 'changed', found, span, score, candidates: [{ span, score }] }
    : anchor;
}

function sameSpan(a: Span | null, b: Span | null): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

function choose(whole: Comparable, quote: Quote, within: Span, copy: string | null): Anchor | null {
  const matches = matchQuote(whole.text, quote, whole.from(within.start), whole.from(within.end));
  const ranked = [...matches].sort((a, b) => b.context - a.context || a.span.start - b.span.start);
  const [best, second] = ranked;
  if (!best) return null;
  const numbered = copyOf(matches, copy);
  if (numbered) return anchorAt(whole, numbered, 'exact');
  if (second && best.context - second.context < MARGIN) {
    const close = ranked.filter((match) => best.context - match.context < MARGIN).slice(0, 50);
    return undecided(close.map((match) => anchorAt(whole, match, 'changed')));
  }
  // A number tells that other places resembled this one. As it does not decide any more, this may be one of them.
  return anchorAt(whole, best, copy === null && best.context >= enoughAgreement(quote) ? 'exact' : 'changed');
}

/** The n-th of the places that fit entirely, as long as there are as many as when the annotation was made. */
function copyOf(matches: readonly QuoteMatch[], copy: string | null): QuoteMatch | undefined {
  const numbers = /^(\d{1,6})\/(\d{1,6})$/.exec(copy ?? '');
  if (!numbers) return undefined;
  const full = matches.filter((match) => match.context === 1);
  return full.length === Number(numbers[2]) ? full[Number(numbers[1]) - 1] : undefined;
}

function anchorAt(whole: Comparable, match: QuoteMatch, state: 'exact' | 'changed'): Anchor {
  const span = originalSpan(whole, match.span);
  return {
    state,
    found: 'quote',
    span,
    score: match.context,
    candidates: state === 'exact' ? [] : [{ span, score: match.context }],
  };
}

function undecided(places: readonly Anchor[]): Anchor {
  const candidates = places.flatMap(({ span, score }) => (span ? [{ span, score }] : []));
  return { state: 'ambiguous', found: null, span: null, score: candidates[0]?.score ?? 0, candidates };
}

/** The last character's own end, and not the next one's start: white space was folded away between them. */
function originalSpan(whole: Comparable, span: Span): Span {
  return { start: whole.original(span.start), end: whole.endOf(span.end) };
}
