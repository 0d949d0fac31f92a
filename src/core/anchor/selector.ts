import type { Post } from '../archive/post';
import type { Annotation } from '../sidecar/annotation';
import { comparable, fold, type Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { enoughAgreement, matchQuote, type Quote } from './match-quote';

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
  const within = post?.span ?? { start: 0, end: text.length };
  const wanted = comparableQuote(selector);
  const matches = matchQuote(whole.text, wanted, whole.from(within.start), whole.from(within.end));
  // Another place that resembles this one would be taken for it as soon as this one is gone; the number says that it is another.
  if (matches.filter((match) => match.context >= enoughAgreement(wanted)).length < 2) return selector;
  const full = matches.filter((match) => match.context === 1);
  const own = full.findIndex((match) => whole.original(match.span.start) === span.start);
  return { ...selector, copy: own < 0 ? null : `${own + 1}/${full.length}` };
}

/** The selector's texts in the form in which they are compared. */
export function comparableQuote(selector: Selector): Quote {
  return {
    exact: fold(selector.quote),
    before: fold(selector.before ?? '').trim(),
    after: fold(selector.after ?? '').trim(),
  };
}

function contextBefore(text: string): string | null {
  const paragraph = text.split(BLANK_LINE).at(-1) ?? '';
  const joined = collapse(paragraph).trim();
  let cut = Math.max(0, joined.length - CONTEXT_LENGTH);
  const space = joined.indexOf(' ', cut);
  // A word longer than the whole context is cut inside: half a word tells more than none.
  if (isSplit(joined, cut) && space >= 0) cut = space + 1;
  while (continues(joined, cut)) cut++;
  return joined.slice(cut).trim() || null;
}

function contextAfter(text: string): string | null {
  const paragraph = text.split(BLANK_LINE)[0] ?? '';
  const joined = collapse(paragraph).trim();
  let cut = Math.min(joined.length, CONTEXT_LENGTH);
  const space = joined.lastIndexOf(' ', cut - 1);
  if (isSplit(joined, cut) && space > 0) cut = space;
  while (cut > 0 && continues(joined, cut)) cut--;
  return joined.slice(0, cut).trim() || null;
}

const BLANK_LINE = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/;

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function isSplit(text: string, at: number): boolean {
  return at > 0 && at < text.length && text[at - 1] !== ' ' && text[at] !== ' ';
}

/** Whether the unit at an offset belongs to the character before it: a mark, half of a pair, a final consonant of Hangul. */
function continues(text: string, at: number): boolean {
  return at < text.length && CONTINUES.test(text.slice(at, at + 2));
}

const CONTINUES = /^(?:\p{M}|[\u1160-\u11ff\ud7b0-\ud7fb]|[\udc00-\udfff])/u;
