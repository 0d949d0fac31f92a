import { areVariants, withOneEnding } from './name-variants';
import { nameWords } from './name-words';
import { soundWord } from './sound-word';
import { typingErrors } from './typing-errors';
import { wordSimilarity } from './word-similarity';

/** From this similarity on, two spellings are more likely one name than two. At it, the cost equals the tolerance; see `nameSimilarity`. */
export const SAME_NAME = 0.5;

/**
 * How likely two spellings are of one name, from 0 to 1; `SAME_NAME` (0.5) divides likely from unlikely. For words and whole names in
 * Latin letters, transliterated from any alphabet: `Qasem` and `Ghassem`, `Gorbachev` and `Gorbatschow`, `Abd al-Rahman` and
 * `Abderrahmane`.
 *
 * Words are aligned sound by sound, with the costs of `sound-costs.ts` and `omissions.ts`. With the cost `c` and a tolerance `t` for the
 * length, their similarity is `1 / (1 + (c / t)²)`. The similarity of names is that of their least similar words, or that of `weighedSimilarity`,
 * by which one odd word does not hide three equal ones. Another order of words, articles and particles, and legal words behind a company’s
 * name cost little; a surname alone is another name than the whole. Symmetric. 1 for spellings that differ only in case, marks, apostrophes,
 * hyphens, doubled consonants and the spelling of long vowels.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.words.length === 0 || right.words.length === 0) return 0;
  const particles = Math.max(0.9, 1 - 0.04 * Math.abs(left.dropped - right.dropped));
  const least = similarityOfWords(left.words, right.words);
  return particles * (least >= 0.9 ? least : Math.max(least, weighedSimilarity(left.words, right.words)));
}

/** The similarity of two names, given as their `nameWords`. */
export function similarityOfWords(left: readonly string[], right: readonly string[]): number {
  return Math.max(similarityInOrder(left, right), joinedSimilarity(left, right));
}

function similarityInOrder(left: readonly string[], right: readonly string[]): number {
  if (left.length !== right.length || left.length > MAX_WORDS) return 0;
  // Initials alone fit too many names.
  if (left.every(isInitial) !== right.every(isInitial)) return 0;
  let straight = 1;
  left.forEach((_, i) => {
    // The least similar word decides, so the rest is not compared once a word differs.
    if (straight > 0.05) straight = Math.min(straight, similarityAt(left, i, right, i));
  });
  if (left.length === 1 || straight >= SAME_NAME) return straight;
  return Math.max(straight, 0.92 * bestAssignment(left, right));
}

/** The similarity with the words in any order: each is paired with the most similar word that is left. */
function bestAssignment(left: readonly string[], right: readonly string[]): number {
  const free = right.map((_, at) => at);
  let least = 1;
  left.forEach((_, i) => {
    const scores = free.map((at) => similarityAt(left, i, right, at));
    const best = Math.max(...scores);
    least = Math.min(least, best);
    free.splice(scores.indexOf(best), 1);
  });
  return least;
}

/** The similarity of two words of names. An initial may stand for a given name, but not for the last word of a name: it is no surname. */
function similarityAt(left: readonly string[], i: number, right: readonly string[], j: number): number {
  const [a, b] = [left[i] ?? '', right[j] ?? ''];
  const surname = (isInitial(a) && j === right.length - 1) || (isInitial(b) && i === left.length - 1);
  if (a === b) return 1;
  if (surname) return 0;
  const similarity = wordSimilarity(a, b);
  if (similarity >= VARIANT) return similarity;
  // Romanized surnames are so short that alone they mean anybody.
  const telling = Math.min(a.length, b.length) > 4 || Math.min(left.length, right.length) > 1;
  if (telling && areVariants(soundWord(a).bare, soundWord(b).bare)) return VARIANT;
  const [oneA, oneB] = [withOneEnding(a), withOneEnding(b)];
  if (oneA === null && oneB === null) return similarity;
  return Math.max(similarity, 0.9 * wordSimilarity(oneA ?? a, oneB ?? b));
}

/** The similarity of words that are one name in two languages. */
const VARIANT = 0.85;

function isInitial(word: string): boolean {
  return word.length === 1;
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

/**
 * The similarity of two names of several words, in which words weigh by what they tell: initials and patronymics little, others much. A word
 * that only one name has costs less than a word that differs. Of two names with a word alike, another word may have a typing error.
 */
function weighedSimilarity(left: readonly string[], right: readonly string[]): number {
  if (Math.min(left.length, right.length) < 2 || Math.max(left.length, right.length) > MAX_WORDS) return 0;
  const pairs = left.flatMap((_, i) => right.map((__, j) => ({ i, j, similarity: similarityAt(left, i, right, j) })));
  const sure = pairs.some(({ i, similarity }) => similarity >= 0.9 && (left[i] ?? '').length > 3);
  const scored = pairs
    .map((pair) =>
      sure && isSlip(left[pair.i] ?? '', right[pair.j] ?? '')
        ? { ...pair, similarity: Math.max(SLIP, pair.similarity) }
        : pair,
    )
    .filter(({ similarity }) => similarity >= SAME_NAME)
    .sort((a, b) => b.similarity - a.similarity || a.i + a.j - b.i - b.j || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const [freeLeft, freeRight] = [new Set(left.keys()), new Set(right.keys())];
  let [alike, weight, whole] = [0, 0, 0];
  for (const { i, j, similarity } of scored) {
    if (!freeLeft.has(i) || !freeRight.has(j)) continue;
    freeLeft.delete(i);
    freeRight.delete(j);
    const tells = (weightOf(left[i] ?? '') + weightOf(right[j] ?? '')) / 2;
    alike += tells * similarity;
    weight += tells;
    if (tells === 1) whole++;
  }
  const odd = Math.min(freeLeft.size, freeRight.size);
  if (whole < 2 || odd > 1 || (odd === 1 && whole < 3)) return 0;
  const rest = [...[...freeLeft].map((i) => left[i] ?? ''), ...[...freeRight].map((j) => right[j] ?? '')];
  const missing = rest.reduce((sum, word) => sum + weightOf(word), 0);
  return alike / (weight + (odd === 1 ? 0.4 : 0.3) * missing);
}

/** The similarity of words that differ by a typing error, where the rest of their names is sure. */
const SLIP = 0.55;

/** Whether a letter is added, left out or changed, or two are exchanged, and not just a vowel, which makes another name of many. */
function isSlip(a: string, b: string): boolean {
  const [left, right] = [soundWord(a).bare, soundWord(b).bare];
  const shorter = Math.min(left.length, right.length);
  if (shorter < 5 || (shorter < 7 && !right.startsWith(left.charAt(0)))) return false;
  if (typingErrors(left, right, 1) > 1) return false;
  const sorted = (letters: string) => Array.from(letters).sort().join('');
  return left.replace(VOWELS, '') !== right.replace(VOWELS, '') || sorted(left) === sorted(right);
}

const VOWELS = /[aeiouy]/g;

function weightOf(word: string): number {
  return isInitial(word) ? 0.3 : /.{3}(?:[oe]?vich|vna|[oa]glu|zade|zadeh)$/.test(word) ? 0.4 : 1;
}
