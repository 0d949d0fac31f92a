import { wordsIn, type Alignment, type Words } from '../text/align';
import type { Span } from '../text/span';

// Pure texts: where a passage of an earlier text stands in a later one, as it was. Spans are of the comparable forms.

/** Two texts and which words of one are those of the other. */
export interface Comparison {
  readonly now: string;
  readonly earlier: string;
  readonly alignment: Alignment;
}

/**
 * Where all words of a passage still follow each other, among neighbours that were kept too; null where that is not certain.
 *
 * @param words the numbers of the passage's words
 * @param isRepeated whether one of the texts has the passage more than once
 */
export function followWords(
  { alignment, now }: Comparison,
  words: Span,
  span: Span,
  exact: string,
  isRepeated: boolean,
): Span | null {
  const { forward } = alignment;
  const first = forward[words.start] ?? -1;
  if (first < 0) return null;
  for (let n = words.start; n < words.end; n++) if (forward[n] !== first + n - words.start) return null;
  const start = (alignment.later.starts[first] ?? 0) + span.start - (alignment.earlier.starts[words.start] ?? 0);
  const isCertain = !isDoubled(alignment, words, first) && isSupported(alignment, words, first, isRepeated);
  return isCertain && now.startsWith(exact, start) ? { start, end: start + exact.length } : null;
}

/** Whether the same words stand right before or behind a passage, and one of the two may be gone. */
function isDoubled({ forward, earlier: { ids } }: Alignment, words: Span, first: number): boolean {
  const length = words.end - words.start;
  return [-length, length].some((step) => {
    for (let n = words.start; n < words.end; n++) if (ids[n + step] !== ids[n]) return false;
    return forward[words.start + step] !== first + step;
  });
}

/**
 * Whether what surrounds a passage was kept with it: a neighbour on one side; for one of several equal passages, all but
 * three of the nearest words on both sides, as the place of one may be taken by the next when it goes.
 */
function isSupported({ forward, earlier, later }: Alignment, words: Span, first: number, isRepeated: boolean): boolean {
  const shift = first - words.start;
  const neighbours = (from: number, step: number, bound: number) => {
    let [near, seen] = [0, 0];
    for (let n = from; seen < NEAREST && n !== bound; n += step, seen++) {
      const to = forward[n] ?? -1;
      if (to >= 0 && Math.abs(to - n - shift) <= NEAREST) near++;
    }
    return { near, lost: seen - near };
  };
  const left = neighbours(words.start - 1, -1, -1);
  const right = neighbours(words.end, 1, earlier.ids.length);
  if (isRepeated) return left.lost + right.lost <= MOST_LOST;
  return left.near + right.near > 0 || later.ids.length === words.end - words.start;
}

const NEAREST = 8;
const MOST_LOST = 3;

/** Where a passage stands in its paragraph, if each text has that just once: then it is there, and may have moved as a whole. */
export function findParagraph({ now, earlier }: Comparison, span: Span, paragraph: Span): Span | null {
  const { start, end } = paragraph;
  if (end < span.end || end - start < LONG_PARAGRAPH) return null;
  const text = earlier.slice(start, end);
  const [at, other] = occurrences(now, text, 2);
  if (at === undefined || other !== undefined || occurrences(earlier, text, 2).length > 1) return null;
  return { start: at + span.start - start, end: at + span.end - start };
}

const LONG_PARAGRAPH = 33;

/**
 * Where a passage that cannot be followed word by word still stands, because it was copied, or stands among words that repeat: found
 * by its text if the earlier text has that once, else by its text with words on each side. Of several places that one is taken which
 * still follows what it followed: people paste behind what they copied, or somewhere else. What followed it must then follow it, or
 * its copy; else the passage itself may have moved away, and left a copy in its place.
 */
export function findStanding(
  { alignment, now, earlier }: Comparison,
  words: Span,
  span: Span,
  isCopied: boolean,
): Span | null {
  for (const more of MORE) {
    const { start, end } = more === 0 ? span : widened(alignment.earlier, words, more);
    const text = earlier.slice(start, end);
    if (occurrences(earlier, text, 2).length > 1) continue;
    const places = occurrences(now, text, MOST_COPIES).map((at) => {
      const place = { start: at + span.start - start, end: at + span.end - start };
      const shift = wordsIn(alignment.later, place).start - words.start;
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
 * With how many code units on each side. A place with the same 33 on both sides is a place that no text could tell from the passage,
 * even if an edit has put it where the passage was.
 */
const MORE = [0, 33, 80];

/** A passage with whole words on each side, so many code units or more as far as the text goes. */
function widened({ starts, ends }: Words, words: Span, more: number): Span {
  let first = words.start;
  let last = words.end - 1;
  const from = (starts[first] ?? 0) - more;
  const to = (ends[last] ?? 0) + more;
  while (first > 0 && (starts[first] ?? 0) > from) first--;
  while (last < ends.length - 1 && (ends[last] ?? 0) < to) last++;
  return { start: starts[first] ?? 0, end: ends[last] ?? 0 };
}

const MOST_COPIES = 20;

/** The first so many places of a part. */
export function occurrences(text: string, part: string, most: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && places.length < most; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** The one for which a number is larger than for all others, and large enough to mean something. */
function mostOf<T>(list: readonly T[], number: (one: T) => number): T | null {
  const [first, second] = [...list].sort((a, b) => number(b) - number(a));
  return first && number(first) >= Math.max(FEWEST, second ? number(second) + 1 : 0) ? first : null;
}

/** How many of the words on each side of a passage are now where they would be if the passage had moved along with them. */
function neighboursNear({ forward }: Alignment, words: Span, shift: number) {
  const near = (from: number, to: number) => {
    let count = 0;
    for (let n = Math.max(0, from); n < Math.min(forward.length, to); n++) {
      const place = forward[n] ?? -1;
      if (place >= 0 && Math.abs(place - n - shift) <= NEAREST) count++;
    }
    return count;
  };
  return { before: near(words.start - AROUND, words.start), behind: near(words.end, words.end + AROUND) };
}

const AROUND = 200;
const FEWEST = 8;
