import search from 'approx-string-match';
import { wordsIn, type Alignment } from '../text/align';
import { overlaps, type Span } from '../text/span';
import { occurrences, type Comparison } from './trace';

// Pure texts: what became of a passage that was edited, and whether other places may be it as well.

/** A passage of the later text, in its comparable form. */
export interface EditedPassage {
  readonly span: Span;
  /** The share of code units that are as they were, from 0 to 1. */
  readonly score: number;
}

/** What stands now between the neighbours of a passage, as far as it resembles the passage. */
export function whatBecame({ alignment, now }: Comparison, words: Span, exact: string): EditedPassage | null {
  const { forward, later, earlier } = alignment;
  let left = words.start - 1;
  while (left >= 0 && words.start - left <= FARTHEST && (forward[left] ?? -1) < 0) left--;
  let right = words.end;
  while (right < forward.length && right - words.end < FARTHEST && (forward[right] ?? -1) < 0) right++;
  const from = left < 0 ? -1 : (forward[left] ?? -1);
  const to = right >= forward.length ? later.ids.length : (forward[right] ?? -1);
  if ((left >= 0 && from < 0) || to < 0 || to <= from) return null;
  if (to - from > 2 * (right - left) + FARTHEST) return null;
  const start = from < 0 ? 0 : (later.ends[from] ?? 0);
  const end = to < later.ids.length ? (later.starts[to] ?? 0) : now.length;
  if (exact.length > LONGEST || earlier.ids.length === 0) return null;
  const most = Math.max(1, Math.floor(TOLERANCE * exact.length));
  // What stands between its very neighbours, if it is hardly longer than the passage, is all of what it became.
  const between = trimmed(now, { start, end });
  const replaced = now.slice(between.start, between.end);
  const hasNeighbours = left === words.start - 1 && right === words.end;
  if (hasNeighbours && replaced !== '' && replaced.length <= exact.length + 2 * SLIPS) {
    if (replaced === exact) return null;
    const alike = likeness(exact, replaced, most);
    if (alike !== null) return { span: between, score: alike };
  }
  const [match] = search(now.slice(start, end), exact, most);
  // The very words, if nobody could follow them there, may be those of a neighbour.
  if (!match || match.errors === 0) return null;
  const span = { start: start + match.start, end: start + match.end };
  let kept = 0;
  for (let n = words.start; n < words.end; n++) if ((forward[n] ?? -1) > from && (forward[n] ?? -1) < to) kept++;
  return 2 * kept >= words.end - words.start ? { span, score: 1 - match.errors / exact.length } : null;
}

/** How many slips of the finger are in a word that is hard to read. */
const SLIPS = 2;

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return { start, end };
}

/**
 * Whether the text has another place that is as much like the passage, and that is not known to have been there before.
 *
 * @param lookalikes other places that resemble it
 */
export function hasRival(
  { alignment, now }: Comparison,
  words: Span,
  lookalikes: readonly Span[],
  { span: { start, end }, score }: EditedPassage,
  exact: string,
): boolean {
  if (occurrences(now, now.slice(Math.max(0, start - BESIDE), end + BESIDE), 2).length > 1) return true;
  return lookalikes.some((place) => {
    if (overlaps(place, { start, end }) || wasElsewhere(alignment, place, words)) return false;
    const most = Math.round((1 - score) * exact.length) + 1;
    return search(now.slice(place.start, place.end), exact, most).length > 0;
  });
}

/** Whether all words of a place are known to be words of the earlier text, and not those of the passage. */
export function wasElsewhere({ later, backward }: Alignment, place: Span, passage: Span): boolean {
  const words = wordsIn(later, place);
  for (let n = words.start; n < words.end; n++) {
    const was = backward[n] ?? -1;
    if (was < 0 || (was >= passage.start && was < passage.end)) return false;
  }
  return true;
}

/** So much of the surroundings on each side shows that a paragraph was copied after it was edited. */
const BESIDE = 8;

/** How much of a passage is left in what stands in its very place; null where that is rather something else. */
function likeness(exact: string, replaced: string, most: number): number | null {
  const [match] = search(`\0${replaced}\0`, `\0${exact}\0`, most);
  if (match) return Math.max(0, 1 - match.errors / exact.length);
  if (/\s/.test(exact) || /\s/.test(replaced)) return null;
  const alike = inOrder(exact, replaced) / Math.max(exact.length, replaced.length);
  return alike >= SAME_WORD || isMistyped(exact, replaced) ? alike : null;
}

/** Whether a short word was mistyped no more than twice, and begins or ends as it did: one in its place may share as many letters. */
function isMistyped(word: string, text: string): boolean {
  const [match] = search(`\0${text}\0`, `\0${word}\0`, SLIPS);
  const isEdge = text.startsWith(word.charAt(0)) || text.endsWith(word.charAt(word.length - 1));
  return match !== undefined && word.length > 2 && isEdge;
}

/** The share of letters, in their order, that make two words one. */
const SAME_WORD = 0.6;

/** How many code units two words have in common, in one order: the length of their longest common subsequence. */
function inOrder(a: string, b: string): number {
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

/** How many words away a neighbour may be. */
const FARTHEST = 12;
const TOLERANCE = 0.4;
const LONGEST = 4000;
