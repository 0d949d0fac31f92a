/**
 * Keys of code units. Two composed texts are alike when they have the same keys in the same order. Exact and folding forms differ only
 * in the table of keys that they are compared by.
 */
import {
  APOSTROPHES,
  HYPHENS,
  JOINER,
  NON_JOINER,
  UNIT_VALUES,
  UnitBit,
  unitClasses,
  unitGroups,
  wordAt,
  groupAt,
} from './characters';
import { Group } from './groups';

export const SpecialKey = {
  /** The key of units that are ignored, as diacritics are by folding forms. */
  DROPPED: 0,
  /** The key of a whole run of white space. */
  SPACE: 0x20,
  HYPHEN: 0x2d,
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

const LETTERS = /^\p{L}+$/u;

/** Stretches an Arabic word in print, and is no letter. */
export const TATWEEL = '\u0640';

/**
 * Letters that are alike and have no decomposition in Unicode: Latin letters with a stroke; the letters that Arabic, Persian and Urdu have
 * each by a code point of their own (yeh, kaf, heh), or that are often written for one another (yeh and alef maksura, heh and teh marbuta,
 * alef and alef wasla).
 */
export const ALIKE = new Map(
  Object.entries({ o: 'ø', d: 'đ', l: 'ł', h: 'ħ', t: 'ŧ', ي: 'ىی', ك: 'کڪ', ه: 'ةۃہھە', ا: 'ٱ' }).flatMap(
    ([plain, letters]) => Array.from(letters, (letter) => [letter, plain] as const),
  ),
);

// The ranges of units with case or diacritics. They leave out Chinese characters and the like, Hangul, and surrogates.
const FOLDABLE: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x30ff],
  [0xa640, 0xabff],
  [0xfb00, 0xffff],
];

/** Added to the keys of units within words. Only these keys are negative numbers. */
const WORD_KEY = 0x80000000 | 0;
/** Marks a unit that the table cannot decide about, in place of its key. No key has this bit. */
export const UNSURE = 0x10000;
/** Keys of units within words hold the `Group` of the unit that the key is, from this bit on. */
export const GROUP_SHIFT = 17;
export const GROUP_MASK = 0x3f << GROUP_SHIFT;

/** The keys of all units. The derived tables are made when they are first needed, as not all keys need them. */
export class Keys {
  #unlike: number[] | undefined;
  #ofWords: Int32Array | undefined;

  /**
   * @param table the key of each unit
   * @param more the keys behind the first of units with several, as of `ß`, which is alike `ss`
   * @param folding whether case and diacritics are ignored
   */
  constructor(
    readonly table: Uint16Array,
    readonly more: ReadonlyMap<number, readonly number[]>,
    readonly folding: boolean,
  ) {}

  /** The units that are not their own key. */
  get unlike(): readonly number[] {
    return (this.#unlike ??= unlikeIn(this.table));
  }

  /**
   * The keys within words: `WORD_KEY` with key and group for units of words; `UNSURE` for surrogates and dropped units, which are parts of
   * words or not, for units with several keys, for the joiners of letters, and for hyphens where a word may go on behind one; 0 for all
   * others.
   */
  get ofWords(): Int32Array {
    return (this.#ofWords ??= wordKeys(this));
  }

  /** The key within words of the unit at an offset of a text, also where the table is unsure; 0 outside of words, and of dropped units. */
  ofWordAt(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const key = this.ofWords[unit] ?? 0;
    if (key !== UNSURE) return key;
    const own = this.table[unit] ?? 0;
    const group = groupAt(text, at);
    if (own === SpecialKey.DROPPED || group === Group.NONE) return 0;
    const ofKey = isHighSurrogate(unit) ? group : this.groupOf(own);
    return WORD_KEY | (ofKey << GROUP_SHIFT) | own;
  }

  /** The group of a key, which is a unit too. */
  groupOf(key: number): number {
    return unitGroups()[key] ?? 0;
  }
}

let exact: Keys | undefined;
let folding: Keys | undefined;

/** The keys for exact forms: each unit is its own key, apart from apostrophes, hyphens and white space. */
export function exactKeys(): Keys {
  exact ??= new Keys(makeExactKeys(), new Map(), false);
  return exact;
}

/** The keys for folding forms: each unit has the key of its letter without case and diacritics. */
export function foldingKeys(): Keys {
  folding ??= makeFoldingKeys();
  return folding;
}

function unlikeIn(table: Uint16Array): number[] {
  const unlike: number[] = [];
  for (let unit = 0; unit < UNIT_VALUES; unit++) if (table[unit] !== unit) unlike.push(unit);
  return unlike;
}

function wordKeys({ table, more, folding: folds }: Keys): Int32Array {
  const groups = unitGroups();
  const classes = unitClasses();
  const keys = new Int32Array(UNIT_VALUES);
  for (let unit = 0; unit < UNIT_VALUES; unit++) {
    const bits = classes[unit] ?? 0;
    const key = table[unit] ?? 0;
    if (key === SpecialKey.DROPPED || (bits & UnitBit.SURROGATE) !== 0) keys[unit] = UNSURE;
    else if (folds && (more.has(unit) || key === SpecialKey.HYPHEN)) keys[unit] = UNSURE;
    else if ((bits & UnitBit.WORD) !== 0) keys[unit] = WORD_KEY | ((groups[key] ?? 0) << GROUP_SHIFT) | key;
  }
  for (const joiner of [NON_JOINER, JOINER]) keys[joiner.charCodeAt(0)] = UNSURE;
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

function makeFoldingKeys(): Keys {
  const keys = exactKeys().table.slice();
  const more = new Map<number, readonly number[]>();
  for (const [from, to] of FOLDABLE) {
    for (let unit = from; unit <= to; unit++) {
      // Apostrophes, hyphens and white space have their keys already.
      if (keys[unit] !== unit) continue;
      const character = String.fromCharCode(unit);
      if (isDropped(character)) keys[unit] = SpecialKey.DROPPED;
      else if (LETTERS.test(character) && wordAt(character, 0)) {
        const [first = unit, ...rest] = Array.from(foldLetter(character), (letter) => letter.charCodeAt(0));
        keys[unit] = first;
        if (rest.length > 0) more.set(unit, rest);
      }
    }
  }
  return new Keys(keys, more, true);
}

function isDropped(character: string): boolean {
  return character === TATWEEL || character === NON_JOINER || character === JOINER || isDiacritic(character);
}

function isDiacritic(character: string): boolean {
  return DIACRITIC.test(character) && !VOICING_MARKS.includes(character);
}

/** A letter without case and diacritics; several letters for `ß`, ligatures and the like. Letters of other widths and shapes become plain. */
function foldLetter(letter: string): string {
  const plain = lettersOf(letter.normalize('NFKD')) ?? letter;
  // By way of the capital, since some small letters share one: final sigma, long s, dotless i. The capital of "ẞ" is "ẞ", that of "ß" is "SS".
  const small = lettersOf(plain.toLowerCase().toUpperCase().toLowerCase().normalize('NFD')) ?? plain;
  return Array.from(small, (each) => ALIKE.get(each) ?? each).join('');
}

/** Decomposed letters without their diacritics; null if anything else is left than letters of words. */
function lettersOf(decomposed: string): string | null {
  const letters = Array.from(decomposed).filter((character) => !isDropped(character));
  return LETTERS.test(letters.join('')) && letters.every((letter) => wordAt(letter, 0)) ? letters.join('') : null;
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}
