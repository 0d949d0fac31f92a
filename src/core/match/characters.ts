/**
 * Classes of characters: parts of words, marks that belong to the character before them, white space.
 *
 * Texts are read by UTF-16 code unit, since offsets count units. Tables classify every unit on its own; `groupAt` and `attachedAt`
 * classify surrogate pairs too, which are rare enough to be looked at one by one.
 */
import { eachStretch, Group, groupOfPoint } from './groups';
import { UNSTABLE as UNSTABLE_UNITS } from './normal-form';

/** The bits that the table of `unitClasses` has for a unit. */
export const UnitBit = {
  /** A letter, mark, number or underscore, unless it serves as an apostrophe or as the mark of a footnote. */
  WORD: 1,
  /** Belongs to the character before it, as a mark does. No mention starts at it or ends before it. */
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

/** Says that a word may be divided here. Before a line end it says that the word goes on in the next line. */
export const SOFT_HYPHEN = '\u00ad';

/**
 * Characters that say nothing of a spelling, and may stand anywhere: the soft hyphen, the space of no width, marks of direction, joiners of
 * words, the byte order mark. They are left out before texts are compared. The joiners of letters are not among them: they are spelling.
 */
export const INVISIBLE = '\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff';

/** Keeps two letters from being written as one; in Persian it parts a word from its endings. */
export const NON_JOINER = '\u200c';
export const JOINER = '\u200d';

/**
 * Compared as if they were `'`. Some are letters by their Unicode category, as they write a glottal stop or an ayin. Names use, omit
 * and confuse them like apostrophes, so they are no parts of words here.
 */
export const APOSTROPHES = "'’‘ʼʹ′`´ʿʾʻ׳";

/** Compared as if they were `-`. */
export const HYPHENS = '-‐‑–−';

/**
 * Superscript numbers and letters, ordinal signs and numbers in circles. They are numbers or letters by their category, but mark a footnote
 * behind a word. Those below the line, as in "CO₂", are parts of words.
 */
const NOTE_MARKS =
  '\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u1d2c-\\u1d61\\u1d78\\u1d9b-\\u1dbf\\u2070-\\u207f\\u2460-\\u24ff\\u2776-\\u2793';
export const NOTE_MARK = new RegExp(`[${NOTE_MARKS}]`);

const WORD_CLASS = `(?![${APOSTROPHES}${NOTE_MARKS}])[\\p{L}\\p{M}\\p{N}_${NON_JOINER}${JOINER}]`;
const WORD_CHARACTER = new RegExp(`^${WORD_CLASS}`, 'u');
const WORD_RUNS = /[\p{L}\p{M}\p{N}_\u200c\u200d]+/gu;
const NO_WORD = new RegExp(`[${APOSTROPHES}${NOTE_MARKS}]`, 'g');

/**
 * Beside marks: the joiners of letters; Hangul vowels and final consonants, and the vowel signs of Kirat Rai, which are letters that join the
 * letter before them; vowel signs of Thai and Lao that are letters, too; signs that lengthen a letter of kana or Arabic; skin tones.
 */
export const ATTACHED_CLASS =
  `\\p{M}\\p{Emoji_Modifier}${INVISIBLE}${NON_JOINER}${JOINER}\\u1161-\\u1175\\u11a8-\\u11c2\\u{16d67}\\u{16d68}` +
  '\\u0e30\\u0e32\\u0e33\\u0e45\\u0eb0\\u0eb2\\u0eb3\\u30fc\\uff70\\uff9e\\uff9f\\u0640';
const ATTACHED_CHARACTER = new RegExp(`^[${ATTACHED_CLASS}]`, 'u');
const ATTACHED_RUNS = new RegExp(`[${ATTACHED_CLASS}]+`, 'gu');

const SPACE_RUNS = /[\p{Zs}\t\r\n]+/gu;
const LINE_END_RUNS = /[\r\n]+/g;
const SURROGATE_RUNS = /[\ud800-\udfff]+/g;

let table: Uint8Array | undefined;
let groups: Uint8Array | undefined;

/** The `UnitBit`s of every UTF-16 code unit. Made on first use, as it takes some milliseconds. */
export function unitClasses(): Uint8Array {
  table ??= classify();
  return table;
}

/** The `Group` of every UTF-16 code unit; `NONE` for halves of surrogate pairs. Made on first use. */
export function unitGroups(): Uint8Array {
  groups ??= classifyGroups();
  return groups;
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
  for (const { index } of everyUnit.matchAll(NO_WORD)) classes[index] = 0;
  add(ATTACHED_RUNS, ATTACHED);
  add(SPACE_RUNS, SPACE);
  add(LINE_END_RUNS, LINE_END);
  add(SURROGATE_RUNS, SURROGATE);
  for (const [first, last] of UNSTABLE_UNITS) {
    for (let unit = first; unit <= last; unit++) classes[unit] = (classes[unit] ?? 0) | UNSTABLE;
  }
  return classes;
}

function classifyGroups(): Uint8Array {
  const all = new Uint8Array(UNIT_VALUES);
  const classes = unitClasses();
  eachStretch((from, to, group) => {
    for (let unit = from; unit < to; unit++) {
      const bits = classes[unit] ?? 0;
      if ((bits & WORD) !== 0) all[unit] = (bits & ATTACHED) !== 0 ? Group.JOINED : group;
    }
  });
  return all;
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

/** The `Group` of the character that holds the unit at `offset`. Outside of the text there are no words. */
export function groupAt(text: string, offset: number): number {
  const bits = classAt(text, offset);
  if ((bits & SURROGATE) === 0) return (bits & WORD) === 0 ? Group.NONE : (unitGroups()[text.charCodeAt(offset)] ?? 0);
  return groupOfPair(pairAt(text, offset));
}

/** Whether the character that holds the unit at `offset` is part of a word. */
export function wordAt(text: string, offset: number): boolean {
  return groupAt(text, offset) !== Group.NONE;
}

function groupOfPair(pair: string): number {
  if (!WORD_CHARACTER.test(pair)) return Group.NONE;
  return ATTACHED_CHARACTER.test(pair) ? Group.JOINED : groupOfPoint(pair.codePointAt(0) ?? 0);
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
