import { fuzzySearch } from '../text/fuzzy';
import { KEY_NAMES } from './keys';

/** The share of a word's letters that may be wrong: two in five. */
const TOLERANCE = 0.4;

/** The key that a word is most like; null where it is like none. */
export function nearestKey(word: string): string | null {
  return nearestOf(word.toLowerCase(), KEY_NAMES);
}

/** Of some words the one that a word is most like; null where it is like none. */
export function nearestOf(word: string, words: readonly string[]): string | null {
  const ofLength = words.filter(({ length }) => Math.abs(length - word.length) <= 2);
  return fuzzySearch(ofLength, (known) => [known], TOLERANCE)(word)[0] ?? null;
}
