/**
 * Classes of characters: parts of words, marks that belong to the character before them, white space.
 *
 * Texts are read by UTF-16 code unit, since offsets count units. A table classifies every unit on its own; `wordAt` and `attachedAt`
 * classify surrogate pairs too, which are rare enough to be looked at one by one.
 */
import { UNSTABLE as UNSTABLE_UNITS } from './normal-form';

/** The bits that the table of `unitClasses` has for a unit. */
export const UnitBit = {
  /** A letter, mark, number or underscore, unless it serves as an apostrophe. */
  WORD: 1,
  /** Belongs to the character before it: a mark, or a part of a Hangul syllable. No mention starts at it or ends before it. */
  ATTACHED: 8,
  /** White space within a line, or a line end. */
  SPACE: 16,
  /** A line feed or a carriage return. */
  LINE_END: 32,
  /** Half of a surrogate pair, or a stray half: the table cannot tell what it is, ask `wordAt` or `attachedAt`. */
  SURROGATE: 64,
  /** A text that holds this unit may not be in composed form: see `compose`. */
  UNSTABLE: 128,
} as const;

// Copied into constants once, here and in other files of the hot path: where modules are compiled one by one, as for tests, reading
// an imported object takes longer than everything else that is done for a character.
const { WORD, ATTACHED, SPACE, LINE_END, SURROGATE, UNSTABLE } = UnitBit;

/** The number of UTF-16 code units: the length of every table of units. */
export const UNIT_VALUES = 0x10000;

/** Invisible, and may stand anywhere in a word: left out before texts are compared. */
export const SOFT_HYPHEN = '\u00ad';

/**
 * Compared as if they were `'`. Some are letters by their Unicode category, as they write a glottal stop or an ayin. Names use, omit
 * and confuse them like apostrophes, so they are no parts of words here.
 */
export const APOSTROPHES = "'’‘ʼʹ′`´ʿʾʻ";

/** Compared as if they were `-`. */
export const HYPHENS = '-‐‑–−';

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_]/u;
const WORD_RUNS = /[\p{L}\p{M}\p{N}_]+/gu;

// Hangul vowels and final consonants, and the vowel signs of Kirat Rai, are letters that join the letter before them.
const ATTACHED_CHARACTER = /[\p{M}\u00ad\u1161-\u1175\u11a8-\u11c2\u{16d67}\u{16d68}]/u;
const ATTACHED_RUNS = new RegExp(`${ATTACHED_CHARACTER.source}+`, 'gu');

const SPACE_RUNS = /[\p{Zs}\t\r\n]+/gu;
const LINE_END_RUNS = /[\r\n]+/g;
const SURROGATE_RUNS = /[\ud800-\udfff]+/g;

let table: Uint8Array | undefined;

/** The `UnitBit`s of every UTF-16 code unit. Made on first use, as it takes some milliseconds. */
export function unitClasses(): Uint8Array {
  table ??= classify();
  return table;
}

function classify(): Uint8Array {
  const classes = new Uint8Array(UNIT_VALUES);
  const everyUnit = allUnits();
  const add = (runs: RegExp, bit: number) => {
    for (const run of everyUnit.matchAll(runs)) {
      for (let unit = run.index; unit < run.index + run[0].length; unit++) classes[unit] = (classes[unit] ?? 0) | bit;
    }
  };
  add(WORD_RUNS, WORD);
  add(ATTACHED_RUNS, ATTACHED);
  add(SPACE_RUNS, SPACE);
  add(LINE_END_RUNS, LINE_END);
  add(SURROGATE_RUNS, SURROGATE);
  for (const apostrophe of APOSTROPHES) classes[apostrophe.charCodeAt(0)] = 0;
  for (const [first, last] of UNSTABLE_UNITS) {
    for (let unit = first; unit <= last; unit++) classes[unit] = (classes[unit] ?? 0) | UNSTABLE;
  }
  return classes;
}

/** A string that holds each code unit once, at the index of its value, so that one regular expression can find all of a class. */
function allUnits(): string {
  const units = new Uint16Array(UNIT_VALUES).map((_, unit) => unit);
  let text = '';
  const piece = 0x1000;
  for (let from = 0; from < units.length; from += piece) {
    text += String.fromCharCode(...units.subarray(from, from + piece));
  }
  return text;
}

/** Whether the character that holds the unit at `offset` is part of a word. Outside of the text there are no words. */
export function wordAt(text: string, offset: number): boolean {
  const bits = classAt(text, offset);
  return (bits & SURROGATE) === 0 ? (bits & WORD) !== 0 : WORD_CHARACTER.test(pairAt(text, offset));
}

/** Whether `offset` lies within a character, or before one that belongs to the character before it. */
export function attachedAt(text: string, offset: number): boolean {
  const bits = classAt(text, offset);
  if ((bits & SURROGATE) === 0) return (bits & ATTACHED) !== 0;
  const pair = pairAt(text, offset);
  return isLowSurrogate(text.charCodeAt(offset)) ? pair !== '' : ATTACHED_CHARACTER.test(pair);
}

/** Whether a unit is the second half of a surrogate pair. */
export function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

function classAt(text: string, offset: number): number {
  if (offset < 0 || offset >= text.length) return 0;
  return unitClasses()[text.charCodeAt(offset)] ?? 0;
}

/** The surrogate pair that holds the unit at `offset`, or nothing when the unit is a stray half. */
function pairAt(text: string, offset: number): string {
  const start = isLowSurrogate(text.charCodeAt(offset)) ? offset - 1 : offset;
  const point = text.codePointAt(start) ?? 0;
  return point > 0xffff ? String.fromCodePoint(point) : '';
}
