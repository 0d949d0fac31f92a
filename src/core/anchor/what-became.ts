import search from 'approx-string-match';
import { endOfWord, wordsTouching, startOfWord, type WordAlignment, type WordRange } from '../text/align';
import { advance, everyPlace, sliceText, START } from '../text/comparable-text';
import type { ComparableText } from '../text/offset';
import { overlaps, type ComparableSpan } from '../text/span';
import { endsByDifference } from './ends';
import type { Comparison } from './trace';

// Finds the present form of a passage that was edited, and tells whether other places may be it as well.

/** The present form of an edited passage. */
export interface EditedPassage {
  readonly span: ComparableSpan;
  /** The share of code units that are as they were, from 0 to 1. */
  readonly score: number;
}

/**
 * The present form of a passage: the text that now stands between its known neighbours, as far as it resembles the passage. Null where
 * that is not certain.
 *
 * @param words the words of the passage
 * @param passage where it stands in the earlier text
 */
export function whatBecame(
  texts: Comparison,
  words: WordRange,
  passage: ComparableSpan,
  exact: ComparableText,
): EditedPassage | null {
  const { alignment, now } = texts;
  const { forward, later, earlier } = alignment;
  let left = words.from - 1;
  while (left >= 0 && words.from - left <= FARTHEST && (forward[left] ?? -1) < 0) left--;
  let right = words.to;
  while (right < forward.length && right - words.to < FARTHEST && (forward[right] ?? -1) < 0) right++;
  const from = left < 0 ? -1 : (forward[left] ?? -1);
  const to = right >= forward.length ? later.ids.length : (forward[right] ?? -1);
  if ((left >= 0 && from < 0) || to < 0 || to <= from) return null;
  if (to - from > 2 * (right - left) + FARTHEST) return null;
  const start = from < 0 ? START : endOfWord(later, from);
  const end = to < later.ids.length ? startOfWord(later, to) : advance(START, now.length);
  if (exact.length > LONGEST || earlier.ids.length === 0) return null;
  const most = Math.max(1, Math.floor(TOLERANCE * exact.length));
  const neighbours = { left: [left, from], right: [right, to] } as const;
  // If the words next to the passage are still there, and hardly more stands between them than before, all of it is the present form.
  const between = withoutSpaces(now, { start, end });
  const replaced = sliceText(now, between);
  const hasNeighbours = left === words.from - 1 && right === words.to;
  if (hasNeighbours && replaced !== '' && replaced.length <= exact.length + 2 * SLIPS) {
    if (replaced === exact) return null;
    const alike = likeness(exact, replaced, most);
    const span = alike === null ? null : endsByDifference(texts, words, passage, neighbours);
    if (alike !== null && span) return { span, score: alike };
  }
  const [match] = search(now.slice(start, end), exact, most);
  // The unchanged passage may be a neighbour’s, as it could not be followed to here word by word.
  if (!match || match.errors === 0) return null;
  let kept = 0;
  for (let n = words.from; n < words.to; n++) if ((forward[n] ?? -1) > from && (forward[n] ?? -1) < to) kept++;
  if (2 * kept < words.to - words.from) return null;
  const span = endsByDifference(texts, words, passage, neighbours);
  return span && { span, score: 1 - match.errors / exact.length };
}

/** How many typos a mistyped word has at most. */
const SLIPS = 2;

function withoutSpaces(text: ComparableText, { start, end }: ComparableSpan): ComparableSpan {
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return { start, end };
}

/**
 * Whether the present text has another place that is as similar to the passage as its present form, and may not have been there before.
 *
 * @param words the words of the passage
 * @param lookalikes other places that resemble the passage
 */
export function hasRival(
  { alignment, now }: Comparison,
  words: WordRange,
  lookalikes: readonly ComparableSpan[],
  { span, score }: EditedPassage,
  exact: ComparableText,
): boolean {
  const wide = { start: advance(START, Math.max(0, span.start - BESIDE)), end: advance(span.end, BESIDE) };
  if (everyPlace(now, sliceText(now, wide), 2).length > 1) return true;
  return lookalikes.some((place) => {
    if (overlaps(place, span) || wasElsewhere(alignment, place, words)) return false;
    const most = Math.round((1 - score) * exact.length) + 1;
    return search(sliceText(now, place), exact, most).length > 0;
  });
}

/** Whether all words of a place in the later text are known words of the earlier text, and none is a word of the passage. */
export function wasElsewhere({ later, backward }: WordAlignment, place: ComparableSpan, passage: WordRange): boolean {
  const words = wordsTouching(later, place);
  for (let n = words.from; n < words.to; n++) {
    const was = backward[n] ?? -1;
    if (was < 0 || (was >= passage.from && was < passage.to)) return false;
  }
  return true;
}

/** How many code units on each side must repeat with the passage, so that its paragraph was copied after it was edited. */
const BESIDE = 8;

/** The share of a passage that is left in the text in its place, from 0 to 1; null where that is rather another text. */
function likeness(exact: ComparableText, replaced: ComparableText, most: number): number | null {
  const [match] = search(`\0${replaced}\0`, `\0${exact}\0`, most);
  if (match) return Math.max(0, 1 - match.errors / exact.length);
  if (/\s/.test(exact) || /\s/.test(replaced)) return null;
  const alike = inOrder(exact, replaced) / Math.max(exact.length, replaced.length);
  return alike >= SAME_WORD || isMistyped(exact, replaced) ? alike : null;
}

/** Whether a word has at most two typos, and still begins or ends as it did. Another short word may share as many letters. */
function isMistyped(word: ComparableText, text: ComparableText): boolean {
  const [match] = search(`\0${text}\0`, `\0${word}\0`, SLIPS);
  const isEdge = text.startsWith(word.charAt(0)) || text.endsWith(word.charAt(word.length - 1));
  return match !== undefined && word.length > 2 && isEdge;
}

/** The least share of common letters, in their order, for two words to count as one. */
const SAME_WORD = 0.6;

/** The length of the longest common subsequence of two words, in code units. */
function inOrder(a: ComparableText, b: ComparableText): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const unit of a) {
    const next = [0];
    for (let n = 0; n < b.length; n++) {
      next.push(b.charAt(n) === unit ? (row[n] ?? 0) + 1 : Math.max(row[n + 1] ?? 0, next[n] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How many words away the nearest known neighbour may be. */
const FARTHEST = 12;
const TOLERANCE = 0.4;
const LONGEST = 4000;
