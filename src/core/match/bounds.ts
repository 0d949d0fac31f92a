import { attachedAt, groupAt, JOINER, NON_JOINER, NOTE_MARK } from './characters';
import { Group } from './groups';
import { isEnding } from './noun-endings';

const { NONE, JOINED, COMMON, UNSPACED, ARABIC, HANGUL } = Group;

/**
 * Whether a mention may start at a place of a composed text: not inside a word, not inside a character with its marks, and not inside an
 * abbreviation with full stops such as "U.N.I.D.O.".
 */
export function startsAt(text: string, at: number): boolean {
  return !attachedAt(text, at) && !insideWord(text, at) && !insideDotted(text, at);
}

/**
 * Whether a mention may end at a place of a composed text. It may where one may start, before the endings of Korean nouns, and before the
 * non-joiner by which Persian parts a word from its endings.
 */
export function endsAt(text: string, at: number): boolean {
  if (text[at - 1] === NON_JOINER && groupBefore(text, at) === ARABIC) return false;
  if (attachedAt(text, at)) return text[at] === NON_JOINER && groupBefore(text, at) === ARABIC;
  if (insideWord(text, at)) return groupAt(text, at) === HANGUL && isEnding(hangulAt(text, at), text.charAt(at - 1));
  return !insideDotted(text, at) && !carriesPower(text, at);
}

/** Whether a place lies between two characters of one word. */
export function insideWord(text: string, at: number): boolean {
  const after = groupAt(text, at);
  if (after === NONE) return false;
  const before = groupBefore(text, at);
  if (before === NONE) return false;
  if (before === UNSPACED || after === UNSPACED) return LEADING.test(text.charAt(at - 1));
  if (before === ARABIC && after === ARABIC && text[at - 1] === NON_JOINER) return false;
  return before === after || before === COMMON || after === COMMON;
}

/** Vowel signs of Thai and Lao that stand before their consonant, and signs that put the next consonant below: both need what follows. */
const LEADING = /[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2\u1a60\u1b44\ua9c0]/;

/** The group of the character before a place. Marks on no letter count as letters of any script. */
function groupBefore(text: string, at: number): number {
  let start = at - 1;
  while (start > 0 && attachedAt(text, start)) start--;
  const group = groupAt(text, start);
  if (group > JOINED) return group;
  for (let i = start; i < at; i++) {
    if (groupAt(text, i) === JOINED && text[i] !== NON_JOINER && text[i] !== JOINER) return COMMON;
  }
  return NONE;
}

/** The most syllables of Hangul that are looked at behind a name: more than any row of particles has. */
const LONGEST_PARTICLE = 8;

/** All of the Hangul from a place on; nothing if marks stand on it. */
function hangulAt(text: string, at: number): string {
  let end = at;
  while (end - at <= LONGEST_PARTICLE && groupAt(text, end) === HANGUL) end++;
  return attachedAt(text, end) ? '' : text.slice(at, end);
}

/** Whether a place lies inside an abbreviation of single letters with full stops. */
function insideDotted(text: string, at: number): boolean {
  if (isStop(text.charCodeAt(at - 1))) return letterEndsAt(text, at - 1) && letterStartsAt(text, at);
  return isStop(text.charCodeAt(at)) && letterEndsAt(text, at) && letterStartsAt(text, at + 1);
}

/** The full stop, also as wide as a Chinese character or as a leader. */
function isStop(unit: number): boolean {
  return unit === 0x2e || unit === 0xff0e || unit === 0x2024;
}

/** Whether a word of a single letter starts at a place. */
function letterStartsAt(text: string, at: number): boolean {
  if (!isLetter(groupAt(text, at)) || DIGIT.test(text.charAt(at))) return false;
  let end = at + 1;
  while (attachedAt(text, end)) end++;
  return !insideWord(text, end);
}

/** Whether a word of a single letter ends at a place. */
function letterEndsAt(text: string, at: number): boolean {
  let start = at - 1;
  while (start > 0 && attachedAt(text, start)) start--;
  return start >= 0 && isLetter(groupAt(text, start)) && !DIGIT.test(text.charAt(start)) && !insideWord(text, start);
}

function isLetter(group: number): boolean {
  return group >= COMMON && group !== UNSPACED && group !== HANGUL;
}

const DIGIT = /[\p{N}_]/u;

/**
 * Whether a superscript behind a place is no mark of a footnote, but a power or an ordinal: behind a number, a single letter, or a measure of
 * two small letters, as in "10²", "m²", "km²".
 */
function carriesPower(text: string, at: number): boolean {
  if (!NOTE_MARK.test(text.charAt(at)) || groupBefore(text, at) === UNSPACED) return false;
  let start = at;
  while (at - start <= LONGEST_MEASURE && groupAt(text, start - 1) !== NONE) start--;
  return MEASURE.test(text.slice(start, at));
}

/** In code units: of a number, no longer ones are taken for the base of a power. */
const LONGEST_MEASURE = 8;
const MEASURE = /^(?:\p{L}\p{M}*|\p{Ll}{2}|\p{N}{1,8})$/u;
