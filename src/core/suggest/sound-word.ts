import { omissionCost } from './omissions';
import { bareLetters, plainLetters, segmentsOf, type Segment } from './segments';
import { codeOf } from './sound-costs';

/** A name word, prepared for comparisons with many others. */
export interface SoundWord {
  readonly word: string;
  /** Its `plainLetters`. Words with the same ones are equal. */
  readonly letters: string;
  /** Its `bareLetters`. */
  readonly bare: string;
  readonly segments: readonly Segment[];
  /** The code of each sound; see `codeOf`. */
  readonly codes: readonly number[];
  /** The cost of leaving out each sound; see `omissionCost`. */
  readonly omissions: readonly number[];
  /** The number of sounds. Vowels count half, as names differ in their consonants. */
  readonly weight: number;
  /** The codes of the consonants that no spelling leaves out. */
  readonly hard: readonly number[];
  /** The number of the other consonants, such as `h`. */
  readonly soft: number;
}

/** Prepares a word. Remembers words, as each is compared with many others, and splitting it costs the most. */
export function soundWord(word: string): SoundWord {
  const known = remembered.get(word);
  if (known) return known;
  const segments = segmentsOf(word);
  const prepared = {
    word,
    letters: plainLetters(word),
    bare: bareLetters(word),
    segments,
    codes: segments.map(({ sound }) => codeOf(sound)),
    omissions: segments.map((_, at) => omissionCost(segments, at)),
    weight: segments.reduce((sum, { vowel }) => sum + (vowel ? 0.5 : 1), 0),
    hard: segments.flatMap(({ sound, vowel }) => (vowel || SOFT.has(sound) ? [] : [codeOf(sound)])),
    soft: segments.filter(({ sound }) => SOFT.has(sound)).length,
  };
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, prepared);
  return prepared;
}

/** Consonants that some spellings leave out, or write as a vowel. */
export const SOFT: ReadonlySet<string> = new Set('h j w v y gh ğ'.split(' '));

/** As many as the names of an archive of 10 MB have. */
const REMEMBERED = 60_000;
const remembered = new Map<string, SoundWord>();
