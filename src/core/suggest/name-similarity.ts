import { nameWords, withoutFusedArticle } from './name-words';
import { compareSounds } from './sound-alignment';
import { soundWord, type SoundWord } from './sound-word';

/** From this similarity on, two spellings are more likely one name than two. At it, the cost equals the tolerance; see `nameSimilarity`. */
export const SAME_NAME = 0.5;

/**
 * How likely two spellings are of one name, from 0 to 1; `SAME_NAME` (0.5) divides likely from unlikely. For words and whole names in
 * Latin letters, transliterated from any alphabet: `Qasem` and `Ghassem`, `Gorbachev` and `Gorbatschow`, `Abd al-Rahman` and
 * `Abderrahmane`.
 *
 * Words are aligned sound by sound, with the costs of `sound-costs.ts` and `omissions.ts`. With the cost `c` and a tolerance `t` for the
 * length, their similarity is `1 / (1 + (c / t)²)`. The similarity of names is that of their least similar words. Another order of words,
 * articles and particles cost little; one word more makes another name. Symmetric. 1 for spellings that differ only in case, marks,
 * apostrophes, hyphens, doubled consonants and the spelling of long vowels.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.words.length === 0 || right.words.length === 0) return 0;
  const particles = Math.max(0.9, 1 - 0.04 * Math.abs(left.dropped - right.dropped));
  return particles * similarityOfWords(left.words, right.words);
}

/** The similarity of two names, given as their `nameWords`. */
export function similarityOfWords(left: readonly string[], right: readonly string[]): number {
  return Math.max(similarityInOrder(left, right), joinedSimilarity(left, right));
}

/** The similarity of two words. */
export function wordSimilarity(a: string, b: string): number {
  return a === b ? 1 : soundSimilarity(soundWord(a), soundWord(b));
}

/** The same for words whose sounds are at hand; 0 where their cost is more than `most` times the tolerance. */
export function soundSimilarity(a: SoundWord, b: SoundWord, most?: number): number {
  if (a.letters === b.letters) return 1;
  // An initial may stand for any name that begins with it.
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  if (short.length === 1) return long.startsWith(short) ? 0.72 : 0;
  // A word of half the length is another word. Most pairs end here.
  if (short.length < 0.45 * long.length) return 0;
  const { cost, tolerance } = compareSounds(a, b, most);
  const plain = scoreOf(cost, tolerance);
  const fused = fusedSimilarity(a, b);
  return Math.max(plain, fused);
}

/** The similarity of two words of which just one has an article fused to it, without the article; else 0. */
function fusedSimilarity(a: SoundWord, b: SoundWord): number {
  const left = withoutFusedArticle(a.word);
  const right = withoutFusedArticle(b.word);
  if ((left === null) === (right === null)) return 0;
  const { cost, tolerance } = compareSounds(left === null ? a : soundWord(left), right === null ? b : soundWord(right));
  return 0.9 * scoreOf(cost, tolerance);
}

function scoreOf(cost: number, tolerance: number): number {
  return 1 / (1 + (cost / tolerance) ** 2);
}

function similarityInOrder(left: readonly string[], right: readonly string[]): number {
  if (left.length !== right.length || left.length > MAX_WORDS) return 0;
  let straight = 1;
  left.forEach((word, i) => {
    // The least similar word decides, so the rest is not compared once a word differs.
    if (straight > 0.05) straight = Math.min(straight, wordSimilarity(word, right[i] ?? ''));
  });
  if (left.length === 1 || straight >= SAME_NAME) return straight;
  return Math.max(straight, 0.92 * bestAssignment(left, right));
}

/** The similarity with the words in any order: each is paired with the most similar word that is left. */
function bestAssignment(left: readonly string[], right: readonly string[]): number {
  const free = [...right];
  let least = 1;
  for (const word of left) {
    const scores = free.map((other) => wordSimilarity(word, other));
    const best = Math.max(...scores);
    least = Math.min(least, best);
    free.splice(scores.indexOf(best), 1);
  }
  return least;
}

/** The similarity of names that are one word in one spelling and two in the other: `Talafar` and `Tal Afar`. */
function joinedSimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === right.length || Math.abs(left.length - right.length) > 2) return 0;
  const [a, b] = [left.join(''), right.join('')];
  // Joined words keep the length; one word more does not.
  if (Math.min(a.length, b.length) < 0.75 * Math.max(a.length, b.length)) return 0;
  return 0.95 * wordSimilarity(a, b);
}

/** Names of people have no more words; titles of books may, and are not compared. */
const MAX_WORDS = 8;
