import { isCommonWord, stemsOf } from './ordinary-words';
import type { Word } from './words';

/** How the texts of the archive write words. A word that they write in lower case is an ordinary one, even if a sentence begins with it. */
export class Vocabulary {
  readonly #lower = new Map<string, number>();
  readonly #capital = new Map<string, number>();
  readonly #pairs = new Set<string>();

  /** The word that was read last, if it is capitalised within a sentence; else null. */
  #last: string | null = null;

  /** Reads the next word of a text. The first word of a text has the gap `break`. */
  add(word: Word): void {
    const capital = isCapitalised(word.text);
    const key = keyOf(word.text);
    if (this.#last !== null && capital && word.gap !== 'break') this.#pairs.add(`${this.#last} ${key}`);
    this.#last = capital && !word.heading && !word.first ? key : null;
    if (this.#last !== null) count(this.#capital, key);
    else if (!capital && !word.heading) count(this.#lower, key);
  }

  /** Whether a word is an ordinary one, which has a capital letter only where any word has. */
  isOrdinary(word: string): boolean {
    const key = keyOf(word);
    // `US` is not the word `us`, but `FILE` is `file`.
    if (/^\p{Lu}{2,5}$/u.test(word)) return isCommonWord(key) && !ALSO_ACRONYMS.has(key);
    if (this.capitals(word) > 2 * this.#lowerCount(key) && !isCommonWord(key)) return false;
    return isCommonWord(key) || this.#lowerCount(key) > 0 || stemsOf(key).some((stem) => this.#lowerCount(stem) > 0);
  }

  /** How often a word has a capital letter within sentences. */
  capitals(word: string): number {
    return this.#capital.get(keyOf(word)) ?? 0;
  }

  /** How often a word is in lower case. */
  lowers(word: string): number {
    return this.#lowerCount(keyOf(word));
  }

  /** Whether two words stand side by side with capital letters within a sentence. */
  pairs(word: string, next: string): boolean {
    return this.#pairs.has(`${keyOf(word)} ${keyOf(next)}`);
  }

  #lowerCount(key: string): number {
    return this.#lower.get(key) ?? 0;
  }
}

const ALSO_ACRONYMS = new Set(['us', 'who', 'it', 'un']);

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
