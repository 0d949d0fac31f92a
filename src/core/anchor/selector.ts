import type { Post } from '../archive/post';
import type { Annotation } from '../sidecar/annotation';
import { comparable, fold, type Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { matchQuote, type Quote } from './match-quote';

/** How an annotation remembers its place: W3C's text quote selector, within a post. */
export type Selector = Pick<Annotation, 'post' | 'quote' | 'before' | 'after' | 'copy'>;

/** How many code units of context are kept on each side, as Hypothesis does; whole words, and nothing of another paragraph. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes a place so that it is found again after the text has changed elsewhere.
 *
 * @param posts the posts of the text, in order
 */
export function describePlace(
  text: string,
  span: Span,
  posts: readonly Post[],
  whole: Comparable = comparable(text),
): Selector {
  const post = posts.find((candidate) => candidate.span.start <= span.start && span.start < candidate.span.end) ?? null;
  const quote = text.slice(span.start, span.end).replace(/\r\n?/g, '\n');
  const before = contextBefore(text.slice(Math.max(0, span.start - 4 * CONTEXT_LENGTH), span.start));
  const after = contextAfter(text.slice(span.end, span.end + 4 * CONTEXT_LENGTH));
  const selector = { post: post?.id ?? null, quote, before, after, copy: null };
  const matches = placesWithFullContext(whole, selector, post?.span ?? { start: 0, end: text.length });
  if (matches.length < 2) return selector;
  const own = matches.findIndex((match) => whole.original(match.start) === span.start);
  return { ...selector, copy: own < 0 ? null : `${own + 1}/${matches.length}` };
}

/** The selector's texts in the form in which they are compared. */
export function comparableQuote(selector: Selector): Quote {
  return {
    exact: fold(selector.quote),
    before: fold(selector.before ?? '').trim(),
    after: fold(selector.after ?? '').trim(),
  };
}

/** The places that the selector fits entirely, in comparable offsets. */
export function placesWithFullContext(whole: Comparable, selector: Selector, within: Span): Span[] {
  const matches = matchQuote(whole.text, comparableQuote(selector), whole.from(within.start), whole.from(within.end));
  return matches.filter((match) => match.context === 1).map((match) => match.span);
}

function contextBefore(text: string): string | null {
  const paragraph = text.split(BLANK_LINE).at(-1) ?? '';
  const words = collapse(paragraph).trimStart();
  const joined = words.trimEnd();
  if (joined.length <= CONTEXT_LENGTH) return joined || null;
  const cut = joined.slice(-CONTEXT_LENGTH);
  const space = cut.indexOf(' ');
  // A word longer than the whole context is cut inside: half a word tells more than none.
  return isSplit(joined, joined.length - CONTEXT_LENGTH) && space >= 0 ? cut.slice(space + 1) : wholePairs(cut.trim());
}

function contextAfter(text: string): string | null {
  const paragraph = text.split(BLANK_LINE)[0] ?? '';
  const joined = collapse(paragraph).trim();
  if (joined.length <= CONTEXT_LENGTH) return joined || null;
  const cut = joined.slice(0, CONTEXT_LENGTH);
  const space = cut.lastIndexOf(' ');
  return isSplit(joined, CONTEXT_LENGTH) && space >= 0 ? cut.slice(0, space) : wholePairs(cut.trim());
}

const BLANK_LINE = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/;

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function isSplit(text: string, at: number): boolean {
  return text[at - 1] !== ' ' && text[at] !== ' ';
}

/** Drops half a surrogate pair at either end: a lone half cannot be written as UTF-8. */
function wholePairs(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
