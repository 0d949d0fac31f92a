import type { Post } from '../archive/post';
import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { matchQuote, type Quote, type QuoteMatch } from './match-quote';
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

/** Where an annotation is. Only `exact` and `changed` have a span; a wrong place is worse than none. */
export interface Anchor {
  readonly state: AnchorState;
  /** In the text as an editor shows it. */
  readonly span: Span | null;
  /** How well the surroundings agree, from 0 to 1; 0 for an orphan. */
  readonly score: number;
  /** The places to choose from when it is not sure, best first. */
  readonly candidates: readonly { readonly span: Span; readonly score: number }[];
}

/** A quote of this many comparable code units identifies its place by itself, when it stands in the text but once. */
const TELLING_LENGTH = 32;

/** What a place's surroundings must agree in to count as the same: half of what was remembered. */
const AGREEMENT = 0.5;

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
  const post = posts.find((candidate) => candidate.id === selector.post);
  if (post) {
    const anchor = choose(whole, quote, post.span, selector.copy);
    if (anchor && anchor.state !== 'changed') return anchor;
    // In the post only a doubtful place is left; elsewhere there may be a sure one.
    const elsewhere = choose(whole, quote, { start: 0, end: Infinity }, null);
    if (anchor === null) return elsewhere ?? ORPHAN;
    return elsewhere?.state === 'exact' ? elsewhere : anchor;
  }
  return choose(whole, quote, { start: 0, end: Infinity }, selector.copy) ?? ORPHAN;
}

const ORPHAN: Anchor = { state: 'orphan', span: null, score: 0, candidates: [] };

function choose(whole: Comparable, quote: Quote, within: Span, copy: string | null): Anchor | null {
  const matches = matchQuote(whole.text, quote, whole.from(within.start), whole.from(within.end));
  const ranked = [...matches].sort((a, b) => b.context - a.context || a.span.start - b.span.start);
  const [best, second] = ranked;
  if (!best) return null;
  const numbered = copyOf(matches, copy);
  if (numbered) return anchorAt(whole, numbered, 'exact');
  if (second && best.context - second.context < MARGIN) return undecided(whole, ranked);
  const sure = best.context >= AGREEMENT || (!second && quote.exact.length >= TELLING_LENGTH);
  return anchorAt(whole, best, sure ? 'exact' : 'changed');
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
  return { state, span, score: match.context, candidates: state === 'exact' ? [] : [{ span, score: match.context }] };
}

function undecided(whole: Comparable, ranked: readonly QuoteMatch[]): Anchor {
  const best = ranked[0]?.context ?? 0;
  const candidates = ranked
    .filter((match) => best - match.context < MARGIN)
    .slice(0, 50)
    .map((match) => ({ span: originalSpan(whole, match.span), score: match.context }));
  return { state: 'ambiguous', span: null, score: best, candidates };
}

/** The last character's own end, and not the next one's start: white space was folded away between them. */
function originalSpan(whole: Comparable, span: Span): Span {
  return { start: whole.original(span.start), end: whole.endOf(span.end) };
}
