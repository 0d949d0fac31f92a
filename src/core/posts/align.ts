import { collapse, readWords, type Word } from './words';

/** How much of a byline repeats the title of its post. */
export interface Alignment {
  /** From 0, nothing in common, to 1, the same words. */
  readonly similarity: number;
  /** The offset in the byline behind the part that repeats the title: at a separator, or at the end. */
  readonly cut: number;
}

/** Commas of several scripts, semicolons, bars, and dashes between spaces; no comma inside a number. */
const SEPARATOR = /(?<!\d)[,;|，،]|[,;|，،](?!\d)|\s[-–—](?=\s)/gu;

/** A text of more words is no title. The bound keeps the comparison of a hostile line cheap. */
const MAX_WORDS = 80;

/**
 * Finds how much of a byline (without its date) repeats the title. A title may have commas itself and is seldom repeated to the letter, so
 * each separator is tried as the end of the title. The separator wins before which the words differ least; of several, the first.
 */
export function alignTitle(title: string, byline: string): Alignment {
  const ends = [...separators(byline).map((separator) => separator.start), byline.length];
  const titleWords = readWords(title);
  if (titleWords.length === 0) return alignWithoutWords(title, byline, ends);
  if (titleWords.length > MAX_WORDS) return { similarity: 0, cut: 0 };
  const words = readWords(byline);
  const distances = prefixDistances(titleWords, words.slice(0, titleWords.length * 2 + 4));

  let best: Alignment = { similarity: 0, cut: 0 };
  let count = 0;
  for (const cut of ends) {
    while (count < words.length && (words[count]?.end ?? Infinity) <= cut) count++;
    const distance = distances[count];
    if (distance === undefined) break;
    const similarity = 1 - distance / Math.max(titleWords.length, count);
    if (similarity > best.similarity) best = { similarity, cut };
  }
  return best;
}

/** The separators of a byline, as offsets into it. */
export function separators(byline: string): { start: number; end: number }[] {
  return [...byline.matchAll(SEPARATOR)].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
}

/** Aligns a title such as `???`, which has no words: the byline must begin with exactly the same characters. */
function alignWithoutWords(title: string, byline: string, ends: readonly number[]): Alignment {
  const wanted = collapse(title);
  if (wanted !== '') {
    for (const cut of ends.slice(0, 8)) if (collapse(byline.slice(0, cut)) === wanted) return { similarity: 1, cut };
  }
  return { similarity: 0, cut: 0 };
}

/** The edit distance in words between the whole title and each prefix of the byline: entry 3 is for its first three words. */
function prefixDistances(title: readonly Word[], byline: readonly Word[]): number[] {
  let row = Array.from({ length: byline.length + 1 }, (_, count) => count);
  title.forEach((word, index) => {
    const next = [index + 1];
    byline.forEach((other, column) => {
      const replaced = (row[column] ?? 0) + unlikeness(word.text, other.text);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    });
    row = next;
  });
  return row;
}

/** 0 for the same word, 0.4 for words that differ by a typo, 1 for different words. */
function unlikeness(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 2) return 1;
  let front = 0;
  const shorter = Math.min(a.length, b.length);
  while (front < shorter && a.charCodeAt(front) === b.charCodeAt(front)) front++;
  let back = 0;
  while (back < shorter - front && a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back)) back++;
  return Math.max(a.length, b.length) - front - back <= 2 ? 0.4 : 1;
}
