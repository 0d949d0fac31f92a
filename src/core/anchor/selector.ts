import type { Post } from '../posts/post';
import { postAt } from '../posts/post-at';
import type { Annotation, FieldOf } from '../sidecar/annotation';
import { comparable, fold, type Comparable } from '../text/comparable';
import { trimText } from '../text/comparable-text';
import type { ComparableSpan, Span } from '../text/span';
import { crowdsAround } from './crowd';
import type { Quote } from './quote';
import { numbersOf } from './numbers';

/** The fields by which an annotation remembers its place: a text quote selector of the W3C's annotation model, within a post. */
export type Selector = Pick<Annotation, FieldOf<'post' | 'quote' | 'surroundings'>>;

/** The most code units of surroundings that are remembered on each side, as in Hypothesis. Whole words, within the paragraph. */
export const CONTEXT_LENGTH = 32;
/** The same where another place is much like this one; then also beyond the paragraph. */
const CROWDED_LENGTH = 48;

/**
 * Describes a place, so that `findAnchors` finds it again after other parts of the text have changed.
 *
 * @param posts the posts of the text, in order
 * @param whole the comparable form of the text
 */
export function describePlace(
  text: string,
  span: Span,
  posts: readonly Post[],
  whole: Comparable = comparable(text),
): Selector {
  return describePlaces(text, [span], posts, whole)[0] ?? describe(text, span, null, false);
}

/**
 * Describes many places of one text, each as `describePlace` does, in a few passes over the text for all of them.
 *
 * If another place of the file is so similar that it might later be accepted in place of this one, `copy` says so (see `Others`). If it is
 * much like this one (see `Crowd`), more surroundings are remembered; and if it is so even with these, `copy` is the number of the place.
 */
export function describePlaces(
  text: string,
  spans: readonly Span[],
  posts: readonly Post[],
  whole: Comparable = comparable(text),
): Selector[] {
  const described = spans.map((span) => {
    const holder = postAt(posts, span.start);
    const post = holder && span.start < holder.span.end ? holder : null;
    return { span, own: whole.comparableSpan(span), post, selector: describe(text, span, post, false) };
  });
  const crowds = crowdsOf(whole, described);
  const crowded = described.flatMap((place, i) => {
    if (crowds[i] !== 'much') return [];
    return [{ i, ...place, selector: describe(text, place.span, place.post, true) }];
  });
  const selectors = described.map(({ selector }, i): Selector =>
    crowds[i] === 'none' ? selector : { ...selector, copy: 'some' },
  );
  for (const { i, selector } of crowded) selectors[i] = { ...selector, copy: 'some' };
  const stillCrowded = crowdsOf(whole, crowded);
  const numbered = crowded.filter((_, n) => stillCrowded[n] === 'much');
  const numbers = numbersOf(
    whole,
    numbered.map(({ own, post, selector }) => ({ own, post, quote: comparableQuote(selector) })),
  );
  for (const [n, { i, selector }] of numbered.entries()) selectors[i] = { ...selector, copy: numbers[n] ?? null };
  return selectors;
}

function crowdsOf(whole: Comparable, places: readonly { readonly own: ComparableSpan; readonly selector: Selector }[]) {
  return crowdsAround(
    whole.text,
    places.map(({ own, selector }) => ({ own, quote: comparableQuote(selector) })),
  );
}

/** @param crowded whether to remember more surroundings */
function describe(text: string, { start, end }: Span, post: Post | null, crowded: boolean): Selector {
  const length = crowded ? CROWDED_LENGTH : CONTEXT_LENGTH;
  const before = text.slice(Math.max(0, start - 4 * length), start);
  const after = text.slice(end, end + 4 * length);
  return {
    post: post?.id ?? null,
    quote: text.slice(start, end).replace(/\r\n?/g, '\n'),
    before: contextBefore(crowded ? before : (before.split(BLANK_LINE).at(-1) ?? ''), length),
    after: contextAfter(crowded ? after : (after.split(BLANK_LINE)[0] ?? ''), length),
    copy: null,
  };
}

/** The surroundings of a place as a record of it holds them where no other place is much like it, in comparable form. */
export function surroundingsAt(whole: Comparable, { start, end }: ComparableSpan) {
  const { text } = whole;
  const from = Math.max(whole.paragraphAt(start).start, start - 4 * CONTEXT_LENGTH);
  const to = Math.min(whole.paragraphAt(end).end, end + 4 * CONTEXT_LENGTH);
  return {
    before: contextBefore(text.slice(from, start), CONTEXT_LENGTH) ?? '',
    after: contextAfter(text.slice(end, to), CONTEXT_LENGTH) ?? '',
  };
}

/** The texts of a selector, in comparable form. */
export function comparableQuote(selector: Selector): Quote {
  return {
    exact: fold(selector.quote),
    before: trimText(fold(selector.before ?? '')),
    after: trimText(fold(selector.after ?? '')),
  };
}

/** The last whole words of a text, on one line; null where there are none. */
function contextBefore(text: string, length: number): string | null {
  const joined = collapse(text).trim();
  let cut = Math.max(0, joined.length - length);
  const space = joined.indexOf(' ', cut);
  // A word longer than the whole context is cut inside: half a word is better than none.
  if (isSplit(joined, cut) && space >= 0) cut = space + 1;
  while (continues(joined, cut)) cut++;
  return joined.slice(cut).trim() || null;
}

/** The first whole words of a text, on one line; null where there are none. */
function contextAfter(text: string, length: number): string | null {
  const joined = collapse(text).trim();
  let cut = Math.min(joined.length, length);
  const space = joined.lastIndexOf(' ', cut - 1);
  if (isSplit(joined, cut) && space > 0) cut = space;
  while (cut > 0 && continues(joined, cut)) cut--;
  return joined.slice(0, cut).trim() || null;
}

const BLANK_LINE = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/;

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Whether an offset lies inside a word. */
function isSplit(text: string, at: number): boolean {
  return at > 0 && at < text.length && text[at - 1] !== ' ' && text[at] !== ' ';
}

/** Whether the unit at an offset belongs to the character before it: a mark, half of a surrogate pair, a Hangul vowel or final consonant. */
function continues(text: string, at: number): boolean {
  return at < text.length && CONTINUES.test(text.slice(at, at + 2));
}

const CONTINUES = /^(?:\p{M}|[\u1160-\u11ff\ud7b0-\ud7fb]|[\udc00-\udfff])/u;
