/**
 * What compares alike. Each code unit of a settled text has a key, and two names are alike when they have the same keys in the same order.
 * Exact forms and folding forms differ in nothing but the table of keys they are compared by.
 */
import { APOSTROPHES, HYPHENS, UNIT_VALUES, UnitBit, unitClasses } from './characters';

export const SpecialKey = {
  /** The key of units that are passed over, as a folding form passes over diacritics. */
  DROPPED: 0,
  /** The key that a whole run of white space has. */
  SPACE: 0x20,
} as const;

// NUL is no text, yet it must not vanish: it borrows the key of a code point that is no character either.
const NUL_KEY = 0xffff;

/**
 * The marks that folding passes over: those of scripts whose letters remain the same letters without them.
 * In many scripts of South and South-East Asia a mark is a vowel, and in Japanese it makes another consonant.
 */
const DIACRITIC =
  /^(?=\p{Mn})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}]$/u;
const VOICING_MARKS = '\u3099\u309a';

const LETTER = /\p{L}/u;

// Letters with a stroke have no decomposition, so Unicode does not say which letter they are when spelt plainly.
const STROKED = new Map(Object.entries({ ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ŧ: 't' }));

// The stretches of units with case or diacritics: neither Chinese characters and their like, nor Hangul, nor surrogates.
const FOLDABLE: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x30ff],
  [0xa640, 0xabff],
  [0xfb00, 0xffff],
];

/** Added to the keys of units within words, which makes them negative numbers, and those only. */
export const WORD_KEY = 0x80000000 | 0;
/** Stands for the key of a unit that has to be looked at more closely. No key has this bit. */
export const UNSURE = 0x10000;

/** The keys of all units. What follows from them is made when it is asked for, as not all of it is needed of all keys. */
export class Keys {
  #unlike: number[] | undefined;
  #ofWords: Int32Array | undefined;

  /** @param table the key of each unit */
  constructor(readonly table: Uint16Array) {}

  /** The units that are not their own key. */
  get unlike(): readonly number[] {
    return (this.#unlike ??= unlikeIn(this.table));
  }

  /**
   * What the matcher reads within words: `WORD_KEY` with the key for units of words, `UNSURE` for those of which the unit alone does not
   * tell, which are surrogates and what is dropped, and 0 for all others.
   */
  get ofWords(): Int32Array {
    return (this.#ofWords ??= wordKeys(this.table));
  }
}

let exact: Keys | undefined;
let folding: Keys | undefined;

/** The keys for exact forms: each unit is its own, apart from apostrophes, hyphens and white space. */
export function exactKeys(): Keys {
  exact ??= new Keys(makeExactKeys());
  return exact;
}

/** The keys for folding forms: each unit has that of its letter without case and diacritics. */
export function foldingKeys(): Keys {
  folding ??= new Keys(makeFoldingKeys());
  return folding;
}

function unlikeIn(table: Uint16Array): number[] {
  const unlike: number[] = [];
  for (let unit = 0; unit < UNIT_VALUES; unit++) if (table[unit] !== unit) unlike.push(unit);
  return unlike;
}

function wordKeys(table: Uint16Array): Int32Array {
  const classes = unitClasses();
  const keys = new Int32Array(UNIT_VALUES);
  for (let unit = 0; unit < UNIT_VALUES; unit++) {
    const bits = classes[unit] ?? 0;
    const key = table[unit] ?? 0;
    if (key === SpecialKey.DROPPED || (bits & UnitBit.SURROGATE) !== 0) keys[unit] = UNSURE;
    else if ((bits & UnitBit.WORD) !== 0) keys[unit] = WORD_KEY | key;
  }
  return keys;
}

function makeExactKeys(): Uint16Array {
  const classes = unitClasses();
  const keys = new Uint16Array(UNIT_VALUES);
  for (let unit = 0; unit < UNIT_VALUES; unit++)
    keys[unit] = ((classes[unit] ?? 0) & UnitBit.SPACE) !== 0 ? SpecialKey.SPACE : unit;
  for (const apostrophe of APOSTROPHES) keys[apostrophe.charCodeAt(0)] = 0x27;
  for (const hyphen of HYPHENS) keys[hyphen.charCodeAt(0)] = 0x2d;
  keys[0] = NUL_KEY;
  return keys;
}

function makeFoldingKeys(): Uint16Array {
  const keys = exactKeys().table.slice();
  for (const [from, to] of FOLDABLE) {
    for (let unit = from; unit <= to; unit++) {
      // Those with another key already are apostrophes, hyphens and white space.
      if (keys[unit] !== unit) continue;
      const character = String.fromCharCode(unit);
      if (isDiacritic(character)) keys[unit] = SpecialKey.DROPPED;
      else if (LETTER.test(character)) keys[unit] = foldLetter(character).charCodeAt(0);
    }
  }
  return keys;
}

function isDiacritic(character: string): boolean {
  return DIACRITIC.test(character) && !VOICING_MARKS.includes(character);
}

/** A letter without case and diacritics. One unit stays one unit, so `ß` does not become `ss`. */
function foldLetter(letter: string): string {
  const [base = letter, ...marks] = letter.normalize('NFD');
  const plain = base.length === 1 && marks.every(isDiacritic) ? base : letter;
  // By way of the capital, since some small letters share one: final sigma, long s, dotless i.
  const capital = plain.toUpperCase();
  const small = (capital.length === 1 ? capital : plain).toLowerCase().charAt(0);
  return STROKED.get(small) ?? small;
}
