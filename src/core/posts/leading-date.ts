import { isDayWord } from './date-words';
import { MAX_DATE_LENGTH, readDate, type WrittenDate } from './dates';

/** A date at the start of a line, as UTF-16 offsets into it. */
export interface LeadingDate extends WrittenDate {
  readonly start: number;
  readonly end: number;
  /** Behind the marks that part it from the text of the line. */
  readonly next: number;
  /** Whether marks stand there, and not white space alone. */
  readonly parted: boolean;
}

/** No date has more numbers and words. */
const MAX_PIECES = 12;

/** Dates that begin a line stand in its first code units, with at least three digits among them. */
const DIGITS = /^(?:[^\p{Nd}]{0,40}\p{Nd}){3}|^[^\d]{0,6}[〇零一二三四五六七八九十]/u;

/** Behind a date: its brackets are closed, then the line ends, or something parts it from the text. */
const PARTED =
  /^(?:\.(?=[:：)\]]))?[)\]>）】*_]*(?:(\s*(?:[:：|·•]|—|–|-{1,3}(?=\s)|[,;，、.](?=\s|$))\s*)|\s+|$|(?=[「『（(【[]))/u;

/**
 * Finds the date that begins a line: `2016-05-04 Rain`, `4 May 2016: rain`, `[14/May/2016:10:00:00 +0200] rain`. The longest one counts.
 * Null where the line begins with anything else.
 */
export function findLeadingDate(line: string): LeadingDate | null {
  const head = line.slice(0, MAX_DATE_LENGTH);
  const start = /^[\s*_([<（【]*/u.exec(head)?.[0].length ?? 0;
  if (!DIGITS.test(head.slice(start))) return null;
  const ends: number[] = [];
  for (const { 0: piece, index } of head.slice(start).matchAll(PIECE)) {
    ends.push(start + index + piece.length);
    if (ends.length === MAX_PIECES) break;
  }
  for (const end of ends.reverse()) {
    // A piece that the bound cuts is none.
    if (end === head.length && line.length > head.length) continue;
    const parted = PARTED.exec(line.slice(end, end + 20));
    if (!parted) continue;
    const written = line.slice(start, end);
    if (!/\p{Nd}|[日号號년월]/u.test(written)) return null;
    if (/^[^([]*[)\]]/.test(written) || goesOn(written)) continue;
    const found = readDate(written);
    if (!found || (found.date === null && found.readings.length === 0)) continue;
    const marks = parted[1] !== undefined || /^[)\]>）】*_]/.test(parted[0]);
    return { ...found, start, end, next: end + parted[0].length, parted: marks };
  }
  return null;
}

/** A number with what is joined to it, or a word. */
const PIECE =
  /[+-]?\p{Nd}+(?:st|nd|rd|th|[年月日号號년월일])?(?=[^\p{L}\p{Nd}]|$)|[〇零一二三四五六七八九十]*[年月日号號년월일]|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*/giu;

/** Whether the last word belongs to the text behind the date: it is neither a weekday nor a month, nor a zone or the like behind a time. */
function goesOn(written: string): boolean {
  const word = /(?<![\p{L}\p{M}.])[\p{L}\p{M}.]+$/u.exec(written)?.[0];
  if (word === undefined || isDayWord(word) || YEAR_WORD.test(word)) return false;
  return !/:\d\d/.test(written) || !/^(?:t?z|utc|gmt|[a-z]{1,4}t|[ap]\.?m|uhr|h)$/i.test(word);
}

/** Words for a year or a day behind its number. */
const YEAR_WORD = /[年月日号號년월일]$|^(?:г|год|года|р|року|година|години)\.?$/iu;
