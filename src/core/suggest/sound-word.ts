import { omissionCost } from './omissions';
import { plainLetters, segmentsOf, type Segment } from './segments';
import { codeOf } from './sound-costs';

/** A name word, prepared for being compared with many others. */
export interface SoundWord {
  /** Its letters without what transliterations leave out: words that share them are spelled alike. */
  readonly letters: string;
  readonly segments: readonly Segment[];
  /** The number of each sound in the table of costs. */
  readonly codes: readonly number[];
  /** What it costs that another spelling leaves a sound out, by its place. */
  readonly omissions: readonly number[];
  /** Consonants carry a name; its vowels count half. */
  readonly weight: number;
}

/** Prepares a word. The last ones are remembered, as one word is compared with many and taking it apart costs the most. */
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
