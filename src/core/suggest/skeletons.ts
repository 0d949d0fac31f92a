import type { Segment } from './segments';
import { SOFT, soundWord } from './sound-word';

/**
 * Keys of a name word by which spellings of it are found among many: the sounds that no spelling leaves out, each as its class. Two
 * spellings with likeness of `SAME_NAME` or more share a key, as each hard sound of one stands for one of the same class in the other.
 *
 * A sound that some spellings leave out or write as a vowel (`h`, `j`, `w`) gives a key with it and one without.
 */
export function skeletonsOf(word: string): readonly string[] {
  const { letters, bare, segments } = soundWord(word);
  // Without its marks, a word may have other sounds: `čk`, `ck`.
  const keys = letters === bare ? [] : skeletonsOfSounds(soundWord(bare).segments);
  return [...new Set([...keys, ...skeletonsOfSounds(segments)])];
}

function skeletonsOfSounds(segments: readonly Segment[]): readonly string[] {
  let keys = [''];
  for (const { sound, vowel } of segments) {
    if (vowel || sound === 'y') continue;
    const hard = CLASSES[sound] ?? sound;
    const kept = keys.flatMap((key) => (key === '' ? (FIRST[sound] ?? hard).split('') : [key + hard]));
    if (!SOFT.has(sound)) keys = kept;
    // A word with many such sounds would have too many keys; the last of them are then left out.
    else if (keys.length < MOST_KEYS) keys = [...keys, ...kept];
  }
  return keys;
}

/**
 * Keys by which a word is found with one letter added, left out, changed or exchanged with the next: one of its halves is then as it was.
 * Short words have none, as one letter more makes another word of them.
 */
export function slipKeysOf(letters: string): readonly string[] {
  if (letters.length < LEAST_LETTERS) return [];
  // With a letter more or less, half of it may be one less.
  const half = letters.length >> 1;
  return [half, half - 1].flatMap((length) => [`^${letters.slice(0, length)}`, `${letters.slice(-length)}$`]);
}

/** A word of fewer letters is not found with a typing error. */
export const LEAST_LETTERS = 5;
const MOST_KEYS = 8;

// The first consonant tells more: it is less often another one. Some belong to two of these classes.
const FIRST: Readonly<Partial<Record<string, string>>> = Object.fromEntries(
  Object.entries({
    g: 'k q kh g gh ğ h',
    s: 's z š sh sch zh ts c2 shch',
    t: 't d',
    gs: 'ch č c j',
    ts: 'th dh',
    gst: 'dj',
  }).flatMap(([names, sounds]) => sounds.split(' ').map((sound) => [sound, names])),
);

// Sounds of which one may stand for the other at less cost than two spellings of one name may differ by; see `sound-costs.ts`.
const CLASSES: Readonly<Partial<Record<string, string>>> = Object.fromEntries(
  Object.entries({
    x: 'k q kh g gh c c2 č ch h j dj ğ s z š sh sch shch zh ts t d th dh x',
    b: 'b p f v w',
    n: 'm n',
  }).flatMap(([name, sounds]) => sounds.split(' ').map((sound) => [sound, name])),
);
