import { isLabelWord } from './date-labels';
import { englishLexicon, foldDate, lexiconFor, type Lexicon } from './date-words';
import { mayEndWithDate, MAX_DATE_LENGTH, readDate, type WrittenDate } from './dates';

/** A date at the end of a line, with its place as UTF-16 offsets into that line. */
export interface TrailingDate extends WrittenDate {
  readonly start: number;
  readonly end: number;
}

/** A number or a word of a line, where a date can start. */
interface Piece {
  readonly start: number;
  /** Empty for a number. */
  readonly word: string;
  /** Whether it stands directly behind a number, as in `4th`. */
  readonly joined: boolean;
}

/** No date has more numbers and words. */
const MAX_PIECES = 14;

/**
 * Finds the date that ends a line: `The harbour is closed, Coastal Review, May 4, 2016` has one at 39. A full stop or a bracket may
 * follow it. The date may stand directly behind a word, as other parts of a byline do: `Coastal ReviewMay 4, 2016`.
 */
export function findTrailingDate(line: string): TrailingDate | null {
  const end = trailingEnd(line);
  if (!mayEndWithDate(line, end)) return null;
  const pieces: Piece[] = [];
  const english = knownPieces(line, end, pieces, englishLexicon());
  const found = firstDate(line, end, english, true);
  const strange = pieces[english.length];
  if (found || !strange || !mayBeForeign(line, pieces)) return found;
  return firstDate(line, end, knownPieces(line, end, pieces, lexiconFor(strange.word)), false);
}

/**
 * The places where a date that reaches to an end can start, the last one first: no word behind them is strange to dates.
 *
 * @param pieces the pieces before the end, the last one first; read on as far as is needed
 */
function knownPieces(line: string, end: number, pieces: Piece[], lexicon: Lexicon): number[] {
  const found: number[] = [];
  const first = Math.max(0, end - MAX_DATE_LENGTH);
  let timed = false;
  for (let at = 0; at < MAX_PIECES; at++) {
    const piece = (pieces[at] ??= pieceBefore(line, pieces[at - 1]?.start ?? end));
    const { start, word, joined } = piece;
    if (start < first) break;
    timed ||= word === '' && line.charAt(start - 1) === ':';
    if (word === '' || joined || (timed && word.length <= 5) || isDateWord(word, lexicon)) {
      found.push(start);
      continue;
    }
    // A name of a month can stand directly behind another word.
    const fused = /^.*\p{Ll}(?=\p{Lu})/u.exec(word)?.[0].length;
    if (fused !== undefined && isDateWord(word.slice(fused), lexicon)) found.push(start + fused);
    break;
  }
  return found;
}

/** Whether there are two numbers near the end, as a date has even where its words are not known. */
function mayBeForeign(line: string, pieces: Piece[]): boolean {
  for (let at = pieces.length; at < MAX_FOREIGN; at++) pieces.push(pieceBefore(line, pieces.at(-1)?.start ?? 0));
  return pieces.slice(0, MAX_FOREIGN).filter(({ start, word }) => start >= 0 && word === '').length >= 2;
}

/** `14 de mayo de 2016, sábado`. */
const MAX_FOREIGN = 6;

/** The last number or word before an offset; at -1 where there is none. */
function pieceBefore(line: string, offset: number): Piece {
  let end = offset;
  while (end > 0 && kindOf(line, end - 1) === OTHER) end--;
  if (end <= 0) return { start: -1, word: '', joined: false };
  const kind = kindOf(line, end - 1);
  let start = end - 1;
  while (start > 0 && continues(line, start - 1, kind)) start--;
  if (kind === DIGIT) return { start, word: '', joined: false };
  return { start, word: line.slice(start, end), joined: start > 0 && kindOf(line, start - 1) === DIGIT };
}

/** Whether a code unit belongs to the piece behind it: it is of its kind, or a mark inside a word, as in `p.m` and `d’abril`. */
function continues(line: string, at: number, kind: number): boolean {
  if (kindOf(line, at) === kind) return true;
  return kind === LETTER && ".'’".includes(line.charAt(at)) && at > 0 && kindOf(line, at - 1) === LETTER;
}

const [OTHER, DIGIT, LETTER] = [0, 1, 2];

function kindOf(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  if (unit >= 0x80) {
    const character = line.charAt(at);
    if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
    return /\p{Nd}/u.test(character) ? DIGIT : OTHER;
  }
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) ? LETTER : OTHER;
}

function isDateWord(word: string, lexicon: Lexicon): boolean {
  const folded = foldDate(word);
  if (lexicon.has(folded) || isLabelWord(folded) || HAN_DATE.test(word)) return true;
  // A name can be written of several words, or joined to the next by an apostrophe: `d’abril`.
  return word.includes('’') || word.includes("'") ? folded.split("'").every((part) => lexicon.has(part)) : false;
}

const HAN_DATE = /^(?:明治|大正|昭和|平成|令和|民國|民国)?[元〇零一二三四五六七八九十年月日号號]*$/u;

/** The longest date that reaches to an end. */
function firstDate(line: string, end: number, starts: readonly number[], english: boolean): TrailingDate | null {
  for (let index = starts.length - 1; index >= 0; index--) {
    const start = starts[index] ?? 0;
    if (!mayStartAt(line, start)) continue;
    const written = line.slice(start, end);
    const found = readDate(written, english);
    if (!found) continue;
    // A bracket that opens in the date, as before a zone, closes in it.
    const closes = ')）]'.includes(line.charAt(end) || ' ') && /[(（[][^)）\]]*$/.test(written);
    const { date, habits, readings } = found;
    return { date, habits, readings, start, end: closes ? end + 1 : end };
  }
  return null;
}

function trailingEnd(line: string): number {
  let end = line.length;
  while (end > 0 && isTail(line.charCodeAt(end - 1))) end--;
  // The full stop of `10 a.m.` belongs to the date.
  return line.charAt(end) === '.' && /[ap]\.m$/i.test(line.slice(Math.max(0, end - 3), end)) ? end + 1 : end;
}

/** Whether a code unit at the end of a line says nothing: white space, `.`, `)`, `]`, their like in Chinese, direction marks. */
function isTail(unit: number): boolean {
  if (unit < 0x80) return unit <= 0x20 || unit === 0x29 || unit === 0x2e || unit === 0x5d;
  return /[\s）。\p{Cf}]/u.test(String.fromCharCode(unit));
}

/** Whether a date can start here: no letter or digit precedes, but for a capital behind a small letter, and it is no time. */
function mayStartAt(line: string, at: number): boolean {
  const isNumber = kindOf(line, at) === DIGIT;
  if (isNumber && (line.charAt(at + 1) === ':' || line.charAt(at + 2) === ':')) return false;
  const before = line.charAt(at - 1);
  if (at === 0 || kindOf(line, at - 1) === OTHER) return !(isNumber && before !== '' && "-/.:'’".includes(before));
  // Scripts without capitals write a date directly behind a word, too.
  return isNumber ? /\p{Lo}/u.test(before) : /\p{Ll}/u.test(before) && /\p{Lu}/u.test(line.charAt(at));
}
