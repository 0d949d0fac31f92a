import { nameWords, withoutFusedArticle } from './name-words';
import { compareSounds } from './sound-alignment';
import { soundWord } from './sound-word';

/**
 * From this similarity on, two spellings are more likely one name than two. It is where the cost of reading the one as the other equals
 * what their length excuses.
 */
export const SAME_NAME = 0.5;

/**
 * How likely two spellings write one name, from 0 to 1; `SAME_NAME` (0.5) divides likely from unlikely. For words and for whole names in
 * Latin letters, whatever alphabet they come from: `Qasem` and `Ghassem`, `Gorbachev` and `Gorbatschow`, `Abd al-Rahman` and
 * `Abderrahmane`.
 *
 * Words are aligned sound by sound, as `sound-costs.ts` and `omissions.ts` price the differences; the cost `c` is weighed against the
 * tolerance `t` of their length by `1 / (1 + (c / t)²)`. A name is as similar as its least similar word. The order of words, articles
 * and particles cost little; a word too many makes another name. The same both ways round; 1 for what differs in case, marks,
 * apostrophes, hyphens, doubled consonants and the spelling of long vowels only.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.words.length === 0 || right.words.length === 0) return 0;
  const particles = Math.max(0.9, 1 - 0.04 * Math.abs(left.dropped - right.dropped));
  return particles * similarityOfWords(left.words, right.words);
}

/** The similarity of two names whose words are known, as `nameWords` gives them. */
export function similarityOfWords(left: readonly string[], right: readonly string[]): number {
  return Math.max(similarityInOrder(left, right), joinedSimilarity(left, right));
}

/** The similarity of two words that are no longer than words. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b || soundWord(a).letters === soundWord(b).letters) return 1;
  // An initial stands for any name that begins with it, but does not say which.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 0.72 : 0;
  // Half a word is another word, and most pairs are told apart by it.
  if (short.length < 0.45 * long.length) return 0;
  const { cost, tolerance } = compareSounds(a, b);
  const plain = scoreOf(cost, tolerance);
  const fused = fusedSimilarity(a, b);
  return Math.max(plain, fused);
}

function fusedSimilarity(a: string, b: string): number {
  const left = withoutFusedArticle(a);
  const right = withoutFusedArticle(b);
  if ((left === null) === (right === null)) return 0;
  const { cost, tolerance } = compareSounds(left ?? a, right ?? b);
  return 0.9 * scoreOf(cost, tolerance);
}

function scoreOf(cost: number, tolerance: number): number {
  return 1 / (1 + (cost / tolerance) ** 2);
}

function similarityInOrder(left: readonly string[], right: readonly string[]): number {
  if (left.length !== right.length || left.length > MAX_WORDS) return 0;
  let straight = 1;
  left.forEach((word, i) => {
    // The least similar word decides; once one has, the others need no look.
    if (straight > 0.05) straight = Math.min(straight, wordSimilarity(word, right[i] ?? ''));
  });
  if (left.length === 1 || straight >= SAME_NAME) return straight;
  return Math.max(straight, 0.92 * bestAssignment(left, right));
}

/** The words in any order: each takes the most similar one that is left. */
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

/** Names whose words are joined in one spelling and apart in the other: `Talafar` and `Tal Afar`. */
function joinedSimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === right.length || Math.abs(left.length - right.length) > 2) return 0;
  const [a, b] = [left.join(''), right.join('')];
  // What is joined has about the same length; a word too many has not.
  if (Math.min(a.length, b.length) < 0.75 * Math.max(a.length, b.length)) return 0;
  return 0.95 * wordSimilarity(a, b);
}

/** Nobody has more names; the title of a book may. */
const MAX_WORDS = 8;
