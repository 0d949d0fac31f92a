import { endOfWord, wordsTouching, startOfWord, type WordAlignment, type WordRange, type Words } from '../text/align';
import { advance, everyPlace, shiftSpan, sliceText, spanAt } from '../text/comparable-text';
import type { ComparableText } from '../text/offset';
import type { ComparableSpan } from '../text/span';

// Finds the place of an unchanged passage of an earlier text in a later text.

/** An earlier text and the present one, and the alignment of their words. */
export interface Comparison {
  readonly now: ComparableText;
  readonly earlier: ComparableText;
  readonly alignment: WordAlignment;
}

/**
 * Follows a passage by its words: its place now, if all its words still follow each other, and their neighbours moved along with them.
 * Null where that is not certain.
 *
 * @param words the words of the passage
 * @param isRepeated whether one of the texts holds the passage more than once
 */
export function followWords(
  { alignment, now }: Comparison,
  words: WordRange,
  span: ComparableSpan,
  exact: ComparableText,
  isRepeated: boolean,
): ComparableSpan | null {
  const { forward } = alignment;
  const first = forward[words.from] ?? -1;
  if (first < 0) return null;
  for (let n = words.from; n < words.to; n++) if (forward[n] !== first + n - words.from) return null;
  const start = advance(startOfWord(alignment.later, first), span.start - startOfWord(alignment.earlier, words.from));
  const isCertain = !isDoubled(alignment, words, first) && isSupported(alignment, words, first, isRepeated);
  return isCertain && now.startsWith(exact, start) ? spanAt(start, exact.length) : null;
}

/** Whether the same words stand directly before or behind a passage in the earlier text, and only one of the two may be left. */
function isDoubled({ forward, earlier: { ids } }: WordAlignment, words: WordRange, first: number): boolean {
  const length = words.to - words.from;
  return [-length, length].some((step) => {
    for (let n = words.from; n < words.to; n++) if (ids[n + step] !== ids[n]) return false;
    return forward[words.from + step] !== first + step;
  });
}

/**
 * Whether the neighbours of a passage moved along with it: for a single passage one word on one side. For one of several equal passages
 * all but three of the nearest words on both sides, since the next passage may have taken its place when it was deleted.
 */
function isSupported(
  { forward, earlier, later }: WordAlignment,
  words: WordRange,
  first: number,
  isRepeated: boolean,
): boolean {
  const shift = first - words.from;
  const neighbours = (from: number, step: number, bound: number) => {
    let [near, seen] = [0, 0];
    for (let n = from; seen < NEAREST && n !== bound; n += step, seen++) {
      const to = forward[n] ?? -1;
      if (to >= 0 && Math.abs(to - n - shift) <= NEAREST) near++;
    }
    return { near, lost: seen - near };
  };
  const left = neighbours(words.from - 1, -1, -1);
  const right = neighbours(words.to, 1, earlier.ids.length);
  if (isRepeated) return left.lost + right.lost <= MOST_LOST;
  return left.near + right.near > 0 || later.ids.length === words.to - words.from;
}

/** How many words on each side count as nearest, and by how many words their distance may have changed. */
const NEAREST = 8;
/** How many of the nearest words may be lost around one of several equal passages. */
const MOST_LOST = 3;

/** The place of a passage in its unchanged paragraph, if each text holds that paragraph once. It may have moved as a whole. */
export function findParagraph(
  { now, earlier }: Comparison,
  span: ComparableSpan,
  paragraph: ComparableSpan,
): ComparableSpan | null {
  const { start, end } = paragraph;
  if (end < span.end || end - start < LONG_PARAGRAPH || end - start > LONGEST) return null;
  const text = sliceText(earlier, paragraph);
  const [at, other] = everyPlace(now, text, 2);
  if (at === undefined || other !== undefined || everyPlace(earlier, text, 2).length > 1) return null;
  return shiftSpan(span, at - start);
}

const LONG_PARAGRAPH = 33;
/** Longer stretches, in code units, are not searched for: in a text of one letter that takes the length of both, multiplied. */
const LONGEST = 4000;

/**
 * Finds an unchanged passage that cannot be followed word by word, because it was copied, or stands among words that repeat. Looks for
 * its text if the earlier text holds that once, else for its text with words on each side.
 *
 * Of several places, the original is the one that still follows the words that it followed, since people paste a copy behind the original
 * or somewhere else. The words behind the original must then follow one of the places; else the original itself may have moved away, and
 * left a copy in its place.
 *
 * @param isCopied whether the present text holds the passage more often than the earlier one
 */
export function findStanding(
  { alignment, now, earlier }: Comparison,
  words: WordRange,
  span: ComparableSpan,
  isCopied: boolean,
): ComparableSpan | null {
  for (const more of MORE) {
    const wide = more === 0 ? span : widened(alignment.earlier, words, more);
    if (wide.end - wide.start > LONGEST) break;
    const text = sliceText(earlier, wide);
    if (everyPlace(earlier, text, 2).length > 1) continue;
    const places = everyPlace(now, text, MOST_COPIES).map((at) => {
      const place = shiftSpan(span, at - wide.start);
      const shift = wordsTouching(alignment.later, place).from - words.from;
      return { place, ...neighboursNear(alignment, words, shift) };
    });
    if (places.length === 0) continue;
    const follows = places.some(({ behind }) => behind >= FEWEST);
    const best = mostOf(places, ({ before }) => before);
    if (more > 0) return best?.place ?? places[0]?.place ?? null;
    if (best && (follows || !isCopied)) return best.place;
    if (places.length === 1 && follows) return places[0]?.place ?? null;
  }
  return null;
}

/**
 * With how many code units on each side a passage is looked for. A place with the same 33 code units on both sides looks just like the
 * passage, and counts as it even if an edit has put it there.
 */
const MORE = [0, 33, 80];

/** A passage with at least so many code units of whole words on each side, as far as the text goes. */
function widened(all: Words, words: WordRange, more: number): ComparableSpan {
  let first = words.from;
  let last = words.to - 1;
  const from = startOfWord(all, first) - more;
  const to = endOfWord(all, last) + more;
  while (first > 0 && startOfWord(all, first) > from) first--;
  while (last < all.ends.length - 1 && endOfWord(all, last) < to) last++;
  return { start: startOfWord(all, first), end: endOfWord(all, last) };
}

const MOST_COPIES = 20;

/** The item for which a number is larger than for all others, and at least `FEWEST`. */
function mostOf<T>(list: readonly T[], number: (one: T) => number): T | null {
  const [first, second] = [...list].sort((a, b) => number(b) - number(a));
  return first && number(first) >= Math.max(FEWEST, second ? number(second) + 1 : 0) ? first : null;
}

/** How many words on each side of a passage have moved by about so many words, and so along with the passage. */
function neighboursNear({ forward }: WordAlignment, words: WordRange, shift: number) {
  const near = (from: number, to: number) => {
    let count = 0;
    for (let n = Math.max(0, from); n < Math.min(forward.length, to); n++) {
      const place = forward[n] ?? -1;
      if (place >= 0 && Math.abs(place - n - shift) <= NEAREST) count++;
    }
    return count;
  };
  return { before: near(words.from - AROUND, words.from), behind: near(words.to, words.to + AROUND) };
}

/** How many words on each side are looked at. */
const AROUND = 200;
/** Fewer words than this on a side may stand there by chance. */
const FEWEST = 8;
