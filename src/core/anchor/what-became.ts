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
  const end = to < later.ids.length ? (later.starts[to] ?? 0) : now.text.length;
  if (exact.length > LONGEST || earlier.ids.length === 0) return null;
  const most = Math.max(1, Math.floor(TOLERANCE * exact.length));
  // What stands between its very neighbours, if it is no longer than the passage and two slips of the finger, is all of what it became.
  const between = trimmed(now.text, { start, end });
  const replaced = now.text.slice(between.start, between.end);
  if (left === words.start - 1 && right === words.end && replaced !== '' && replaced.length <= exact.length + SLIPS) {
    const [match] = search(`\0${replaced}\0`, `\0${exact}\0`, SLIPS + most);
    const edits = match?.errors ?? Infinity;
    if (edits === 0) return null;
    if (edits <= most || (edits <= SLIPS && isSameWord(exact, replaced))) {
      return { span: between, score: Math.max(0, 1 - edits / exact.length) };
    }
  }
  const [match] = search(now.text.slice(start, end), exact, most);
  // The very words, if nobody could follow them there, may be those of a neighbour.
  if (!match || match.errors === 0) return null;
  const span = { start: start + match.start, end: start + match.end };
  let kept = 0;
  for (let n = words.start; n < words.end; n++) if ((forward[n] ?? -1) > from && (forward[n] ?? -1) < to) kept++;
  return 2 * kept >= words.end - words.start ? { span, score: 1 - match.errors / exact.length } : null;
}

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
  if (occurrences(now.text, now.text.slice(Math.max(0, start - BESIDE), end + BESIDE), 2).length > 1) return true;
  return lookalikes.some((place) => {
    if (overlaps(place, { start, end }) || wasElsewhere(alignment, place, words)) return false;
    const most = Math.round((1 - score) * exact.length) + 1;
    return search(now.text.slice(place.start, place.end), exact, most).length > 0;
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

/** Whether a word may be the other one with two slips: all its letters are still there, or it begins or ends as it did. */
function isSameWord(word: string, text: string): boolean {
  let at = 0;
  for (let n = 0; n < text.length; n++) if (text.charAt(n) === word.charAt(at)) at++;
  return (
    at >= word.length ||
    (word.length > 2 && (text.startsWith(word.charAt(0)) || text.endsWith(word.charAt(word.length - 1))))
  );
}

/** How many words away a neighbour may be. */
const FARTHEST = 12;
const TOLERANCE = 0.4;
const LONGEST = 4000;
