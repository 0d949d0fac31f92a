import { omissionCost } from './omissions';
import { plainLetters, segmentsOf, type Segment } from './segments';
import { codeOf } from './sound-costs';

/** A name word, prepared for comparisons with many others. */
export interface SoundWord {
  /** Its `plainLetters`. Words with the same ones are equal. */
  readonly letters: string;
  readonly segments: readonly Segment[];
  /** The code of each sound; see `codeOf`. */
  readonly codes: readonly number[];
  /** The cost of leaving out each sound; see `omissionCost`. */
  readonly omissions: readonly number[];
  /** The number of sounds. Vowels count half, as names differ in their consonants. */
  readonly weight: number;
}

/** Prepares a word. Remembers words, as each is compared with many others, and splitting it costs the most. */
export function soundWord(word: string): SoundWord {
  const known = remembered.get(word);
  if (known) return known;
  const segments = segmentsOf(word);
  const prepared = {
    letters: plainLetters(word),
    segments,
    codes: segments.map(({ sound }) => codeOf(sound)),
    omissions: segments.map((_, at) => omissionCost(segments, at)),
    weight: segments.reduce((sum, { vowel }) => sum + (vowel ? 0.5 : 1), 0),
  };
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, prepared);
  return prepared;
}

const REMEMBERED = 5000;
const remembered = new Map<string, SoundWord>();
