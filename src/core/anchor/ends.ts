import { endOfWord, startOfWord, type WordAlignment, type WordRange, type Words } from '../text/align';
import { advance, joinTexts, sliceText, START } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import type { ComparableSpan, Span } from '../text/span';
import { splitsWord } from '../text/word-bounds';
import { bestEnd, type End } from './best-end';
import type { Pair } from './chains';
import type { Quote } from './quote';
import type { Selector } from './selector';
import type { Comparison } from './trace';

// Finds the ends of the present form of an edited passage. An end lies at the bound of a word, with no white space inside, except that a
// passage which began or ended inside a word may still do so.

/**
 * The nearest known words on both sides of a passage, each with its number in the earlier and in the later text; -1 and the number of words
 * where a text ends.
 */
export interface Neighbours {
  readonly left: Pair;
  readonly right: Pair;
}

/**
 * The ends of the present form of a passage by the difference of two texts: the bounds of the words that both texts have; among words that
 * were replaced, the place that costs the fewest edits. Null where nothing is left between the ends, or too much was replaced.
 *
 * @param words the words of the passage
 * @param span the passage in the earlier text
 */
export function endsByDifference(
  { alignment, earlier, now }: Comparison,
  words: WordRange,
  span: ComparableSpan,
  neighbours: Neighbours,
): ComparableSpan | null {
  const kept = keptWords(alignment, words, neighbours);
  const [first = neighbours.right, last = neighbours.left] = [kept[0], kept.at(-1)];
  const isInside = [splitsWord(earlier, span.start), splitsWord(earlier, span.end)] as const;
  const endAt = (end: End, at: ComparableOffset, from: Pair, to: Pair) => {
    const old = stretch(alignment.earlier, from[0], to[0], earlier);
    const present = stretch(alignment.later, from[1], to[1], now);
    const isAllowed = (offset: number) => mayEnd(end, { text: earlier, at }, now, offset);
    return bestEnd(end, { text: sliceText(earlier, old), at: at - old.start }, now, present, true, isAllowed);
  };
  const start =
    first[0] === words.from
      ? advance(startOfWord(alignment.later, first[1]), span.start - startOfWord(alignment.earlier, first[0]))
      : endAt('start', span.start, neighbours.left, first);
  const end =
    last[0] === words.to - 1
      ? advance(endOfWord(alignment.later, last[1]), span.end - endOfWord(alignment.earlier, last[0]))
      : endAt('end', span.end, last, neighbours.right);
  return start === null || end === null ? null : inwards(now, { start, end }, ...isInside);
}

/** The words of a passage that stand between its neighbours in the later text, in the order of both texts. */
function keptWords({ forward }: WordAlignment, { from, to }: WordRange, { left, right }: Neighbours): Pair[] {
  const kept: Pair[] = [];
  for (let n = from; n < to; n++) {
    const place = forward[n] ?? -1;
    if (place > (kept.at(-1) ?? left)[1] && place < right[1]) kept.push([n, place]);
  }
  return kept;
}

/** The text between two words. */
function stretch(words: Words, from: number, to: number, text: ComparableText): ComparableSpan {
  return {
    start: from < 0 ? START : endOfWord(words, from),
    end: to < words.ids.length ? startOfWord(words, to) : advance(START, text.length),
  };
}

/**
 * The ends of a passage that resembles a quote, by the quote and its surroundings: each where these and the text differ least. The record
 * does not say whether its passage began inside a word, so an end lies there only if the whole word stands in the record.
 *
 * @param span about where the passage stands
 */
export function endsByQuote(text: ComparableText, { exact, before, after }: Quote, span: ComparableSpan) {
  const all = joinTexts(before, exact, after);
  const slack = Math.min(MOST_SLACK, 4 + (exact.length >> 3));
  const endAt = (end: End, at: number, near: ComparableOffset) => {
    const [left, right] = end === 'start' ? [OUTSIDE, INSIDE] : [INSIDE, OUTSIDE];
    const from = Math.max(0, at - left);
    const old = { text: all.slice(from, at + right), at: at - from };
    const present = {
      start: advance(START, Math.max(0, near - left - slack)),
      end: advance(START, Math.min(text.length, near + right + slack)),
    };
    const isAllowed = (offset: number) => mayEnd(end, old, text, offset) && !isGlued(end, old, text, offset);
    return bestEnd(end, old, text, present, false, isAllowed);
  };
  const start = endAt('start', before.length, span.start);
  const end = endAt('end', before.length + exact.length, span.end);
  if (start !== null && end !== null && start < end) return { start, end };
  return inwards(text, span, false, false) ?? span;
}

/** How many code units of a passage and of its surroundings tell where it ends. */
const INSIDE = 48;
const OUTSIDE = 32;
/** The most code units by which an end may lie elsewhere than about there. */
const MOST_SLACK = 32;

interface Offset {
  readonly text: string;
  readonly at: number;
}

/** Whether a passage may begin or end at an offset: not inside a word, unless it did, beside the same unit. */
function mayEnd(end: End, was: Offset, now: ComparableText, at: number): boolean {
  return (
    !splitsWord(now, at) || (splitsWord(was.text, was.at) && outside(end, was) === outside(end, { text: now, at }))
  );
}

/**
 * Whether an offset parts the letters of a word that does not stand in the record. Records leave out the space beside a quote, so two words
 * may look like one there.
 */
function isGlued(end: End, was: Offset, now: ComparableText, at: number): boolean {
  if (!splitsWord(now, at) || !/[\p{L}\p{N}]/u.test(outside(end, was))) return false;
  let [left, right] = [1, 1];
  // A word that is longer than the record does not stand in it.
  while (left <= was.at && splitsWord(now, at - left)) left++;
  while (right <= was.text.length && splitsWord(now, at + right)) right++;
  const from = was.at - left;
  return from < 0 || !was.text.startsWith(now.slice(at - left, at + right), from) || splitsWord(was.text, from);
}

/** The unit beside an end of a passage that does not belong to it. */
function outside(end: End, { text, at }: Offset): string {
  return text.charAt(end === 'start' ? at - 1 : at);
}

/**
 * The span with each end moved inwards to the nearest bound of a word, and off white space. Null where nothing is left.
 *
 * @param startsInside whether it may begin inside a word
 * @param endsInside whether it may end inside a word
 */
function inwards(text: ComparableText, { start, end }: ComparableSpan, startsInside: boolean, endsInside: boolean) {
  const isSpace = (at: number) => text.charAt(at).trim() === '';
  while (start < end && (isSpace(start) || (!startsInside && splitsWord(text, start)))) start = advance(start, 1);
  while (start < end && (isSpace(end - 1) || (!endsInside && splitsWord(text, end)))) end = advance(end, -1);
  return start < end ? { start, end } : null;
}

/**
 * A span of a text that edits have led to, with an end inside a word moved to the bound on whose side less of the word lies. Where the
 * record has the unit beside the end, the passage has always ended inside that word. Null where nothing is left.
 *
 * @param text as an editor shows it
 */
export function wholeWords(
  text: string,
  { start, end }: Span,
  { before, after }: Pick<Selector, 'before' | 'after'>,
): Span | null {
  const from = before?.endsWith(text.charAt(start - 1)) === true ? start : nearestBound(text, start, end - start);
  const to = after?.startsWith(text.charAt(end)) === true ? end : nearestBound(text, end, start - end);
  const inside = text.slice(from, to);
  const [lead, trail] = [inside.length - inside.trimStart().length, inside.length - inside.trimEnd().length];
  return inside.trim() === '' ? null : { start: from + lead, end: to - trail };
}

/** A longer run of letters, in code units, is no word of any language. */
const LONGEST_WORD = 128;

/**
 * The bound of the word around an offset that is nearer to it.
 *
 * @param length of the passage: towards its inside no bound lies farther away
 */
function nearestBound(text: string, at: number, length: number): number {
  let [left, right] = [0, 0];
  while (left < LONGEST_WORD && splitsWord(text, at - left)) left++;
  while (right < LONGEST_WORD && splitsWord(text, at + right)) right++;
  const [inside, outside] = length > 0 ? [Math.min(right, length), left] : [Math.min(left, -length), right];
  const isMostlyInside = inside >= outside;
  return length > 0 === isMostlyInside ? at - left : at + right;
}
