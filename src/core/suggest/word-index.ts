import { soundSimilarity } from './word-similarity';
import { variantGroups } from './name-variants';
import { LEAST_LETTERS, skeletonsOf, slipKeysOf } from './skeletons';
import { areApart } from './sound-alignment';
import { soundWord, type SoundWord } from './sound-word';
import { typingErrors } from './typing-errors';

/** A word of the index. */
interface Known {
  readonly word: string;
  readonly sounds: SoundWord;
  /** The number of the search that compared it last, so that it is compared once where it shares several keys. */
  search: number;
}

/**
 * Words by their sounds: finds those that may be other spellings of a word without comparing it with all. A word is compared only with
 * those of the same skeleton, and with those of nearly the same letters.
 */
export class WordIndex {
  readonly #words = new Set<string>();
  readonly #bySkeleton = new Map<string, Known[]>();
  readonly #bySlip = new Map<string, Known[]>();
  /** The answers so far, until a word is added. */
  readonly #answers = new Map<string, readonly string[]>();

  #searches = 0;

  add(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    if (this.#answers.size > 0) this.#answers.clear();
    const known = { word, sounds: soundWord(word), search: 0 };
    for (const key of skeletonsOf(word)) put(this.#bySkeleton, key, known);
    for (const group of variantGroups(known.sounds.bare)) put(this.#bySkeleton, `#${group}`, known);
    for (const key of slipKeysOf(known.sounds.letters)) put(this.#bySlip, key, known);
  }

  /** The words of the index that may be spellings of a word, itself among them if it is in the index. */
  alike(word: string): readonly string[] {
    const known = this.#answers.get(word);
    if (known) return known;
    const found = new Set<string>();
    if (this.#words.has(word)) found.add(word);
    const own = soundWord(word);
    for (const { word: other, sounds } of this.#candidates(this.#bySkeleton, skeletonsOf(word))) {
      if (mayBeAlike(own, sounds) && soundSimilarity(own, sounds, MOST_COST) >= LEAST_ALIKE) found.add(other);
    }
    for (const { word: other, sounds } of this.#candidates(this.#bySlip, slipKeysOf(own.letters))) {
      if (slips(own.letters, sounds.letters)) found.add(other);
    }
    const groups = variantGroups(own.bare).map((group) => `#${group}`);
    for (const { word: other } of this.#candidates(this.#bySkeleton, groups)) found.add(other);
    const answer = [...found];
    this.#answers.set(word, answer);
    return answer;
  }

  *#candidates(index: ReadonlyMap<string, readonly Known[]>, keys: readonly string[]): Generator<Known> {
    const search = ++this.#searches;
    for (const key of keys) {
      const words = index.get(key) ?? [];
      if (words.length > MOST_OF_A_KEY) continue;
      for (const known of words) {
        if (known.search === search) continue;
        known.search = search;
        yield known;
      }
    }
  }
}

/** Below this, two words are not taken for spellings of one, whatever the other words of their names are. */
const LEAST_ALIKE = 0.4;
/** The cost at that likeness in tolerances; see `nameSimilarity`. */
const MOST_COST = Math.sqrt(1 / LEAST_ALIKE - 1);

/** How many words of one key are compared: the sounds of short words fit very many. */
const MOST_OF_A_KEY = 4000;

function mayBeAlike(a: SoundWord, b: SoundWord): boolean {
  const [short, long] = a.weight < b.weight ? [a, b] : [b, a];
  // Vowels count half, and few of them can be left out.
  if (long.weight - short.weight > MOST_MISSING) return false;
  // Without their marks, they may be nearer.
  return a.letters !== a.bare || b.letters !== b.bare || !areApart(a, b, MOST_COST);
}

const MOST_MISSING = 2;

/** Whether two words differ by typing errors: one, or two in long words. */
function slips(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < LEAST_LETTERS || Math.abs(a.length - b.length) > 2) return false;
  const most = shorter >= 10 ? 2 : 1;
  return typingErrors(a, b, most) <= most;
}

function put(index: Map<string, Known[]>, key: string, known: Known): void {
  const words = index.get(key);
  if (words) words.push(known);
  else index.set(key, [known]);
}
