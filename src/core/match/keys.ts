/**
 * Keys of code units. Two composed texts are alike when they have the same keys in the same order. Exact and folding forms differ only
 * in the table of keys that they are compared by.
 */
import { APOSTROPHES, HYPHENS, UNIT_VALUES, UnitBit, unitClasses } from './characters';

export const SpecialKey = {
  /** The key of units that are ignored, as diacritics are by folding forms. */
  DROPPED: 0,
  /** The key of a whole run of white space. */
  SPACE: 0x20,
} as const;

// NUL must not be ignored like units with the key 0. It gets the key of a code point that is no character.
const NUL_KEY = 0xffff;

/**
 * The marks that folding ignores: those of scripts in which a letter without its mark is the same letter. In many scripts of South and
 * South-East Asia a mark is a vowel, and in Japanese it makes another consonant.
 */
export const DIACRITIC =
  /^(?=\p{Mn})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}]$/u;
export const VOICING_MARKS = '\u3099\u309a';

const LETTER = /\p{L}/u;

// Letters with a stroke have no decomposition in Unicode, so their plain letters are listed here.
export const STROKED = new Map(Object.entries({ ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ŧ: 't' }));

// The ranges of units with case or diacritics. They leave out Chinese characters and the like, Hangul, and surrogates.
const FOLDABLE: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x30ff],
  [0xa640, 0xabff],
  [0xfb00, 0xffff],
];

/** Added to the keys of units within words. Only these keys are negative numbers. */
export const WORD_KEY = 0x80000000 | 0;
/** Marks a unit that the table cannot decide about, in place of its key. No key has this bit. */
export const UNSURE = 0x10000;

/** The keys of all units. The derived tables are made when they are first needed, as not all keys need them. */
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
   * The keys within words: `WORD_KEY` with the key for units of words; `UNSURE` for surrogates and dropped units, which are parts of
   * words or not; 0 for all others.
   */
  get ofWords(): Int32Array {
    return (this.#ofWords ??= wordKeys(this.table));
  }
}

let exact: Keys | undefined;
let folding: Keys | undefined;

/** The keys for exact forms: each unit is its own key, apart from apostrophes, hyphens and white space. */
export function exactKeys(): Keys {
  exact ??= new Keys(makeExactKeys());
  return exact;
}

/** The keys for folding forms: each unit has the key of its letter without case and diacritics. */
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
      // Apostrophes, hyphens and white space have their keys already.
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
  // To the capital first, since some small letters share a capital: final sigma, long s, dotless i.
  const capital = plain.toUpperCase();
  const small = (capital.length === 1 ? capital : plain).toLowerCase().charAt(0);
  return STROKED.get(small) ?? small;
}
