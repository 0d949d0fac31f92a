import { withoutFusedArticle } from './name-words';
import { compareSounds } from './sound-alignment';
import { soundWord, type SoundWord } from './sound-word';

/** The similarity of two words. */
export function wordSimilarity(a: string, b: string): number {
  return a === b ? 1 : soundSimilarity(soundWord(a), soundWord(b));
}

/** The same for words whose sounds are at hand; 0 where their cost is more than `most` times the tolerance. */
export function soundSimilarity(a: SoundWord, b: SoundWord, most?: number): number {
  if (a.letters === b.letters || (a.bare === b.bare && a.bare !== '')) return 1;
  // An initial may stand for any name that begins with it.
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  if (short.length === 1) return long.startsWith(short) ? 0.72 : 0;
  // A word of half the length is another word. Most pairs end here.
  if (short.length < 0.45 * long.length) return 0;
  const { cost, tolerance } = compareSounds(a, b, most);
  const plain = scoreOf(cost, tolerance);
  return Math.max(plain, fusedSimilarity(a, b), unmarkedSimilarity(a, b));
}

/** The similarity of two words of which just one has an article fused to it, without the article; else 0. */
function fusedSimilarity(a: SoundWord, b: SoundWord): number {
  const left = withoutFusedArticle(a.word);
  const right = withoutFusedArticle(b.word);
  if ((left === null) === (right === null)) return 0;
  const { cost, tolerance } = compareSounds(left === null ? a : soundWord(left), right === null ? b : soundWord(right));
  return 0.9 * scoreOf(cost, tolerance);
}

/** The similarity of two words of which one has marks or letters of its language, without them; else 0. */
function unmarkedSimilarity(a: SoundWord, b: SoundWord): number {
  if (isBare(a) && isBare(b)) return 0;
  const { cost, tolerance } = compareSounds(soundWord(a.bare), soundWord(b.bare));
  return 0.95 * scoreOf(cost, tolerance);
}

function isBare({ letters, bare }: SoundWord): boolean {
  return letters === bare;
}

function scoreOf(cost: number, tolerance: number): number {
  return 1 / (1 + (cost / tolerance) ** 2);
}
