/** A date as it is written in a text. */
export interface WrittenDate {
  /** `YYYY-MM-DD`; null for text with the shape of a date that is ambiguous or impossible: `03/04/2016`, `Feb 30, 2016`, `4.5.16`. */
  readonly date: string | null;
}

/** A date at the end of a line, with its place as UTF-16 offsets into that line. */
export interface TrailingDate extends WrittenDate {
  readonly start: number;
  readonly end: number;
}

/** Longer text, in UTF-16 code units, is no date: one with weekday, time and zone is shorter. */
export const MAX_DATE_LENGTH = 64;

const WEEKDAY = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,?\\s+)?';
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "(?<year>\\d{4}|['’]?\\d{2})";
const ZONE = '(?:\\s*(?:z|utc|gmt|[a-z]{2,4}|[+-]\\d{2}:?\\d{2}))?';
const CLOCK = `(?:(?:,?\\s+(?:at\\s+)?|t)(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-6]\\d(?:[.,]\\d{1,9})?)?(?:\\s*[ap]\\.?m\\.?)?${ZONE})?`;

const SHAPES = [
  `${WEEKDAY}${MONTH}\\s*${DAY}(?:\\s*,\\s*|\\s+)${YEAR}`,
  `${WEEKDAY}(?:the\\s+)?${DAY}(?:\\s+of)?[\\s-]*${MONTH}[,\\s-]+${YEAR}`,
  `${WEEKDAY}(?<year>\\d{4})(?<separator>[-/.])(?<number>\\d{1,2})\\k<separator>(?<day>\\d{1,2})`,
  `${WEEKDAY}(?<first>\\d{1,2})(?<separator>[-/.])(?<second>\\d{1,2})\\k<separator>${YEAR}`,
].map((shape) => new RegExp(`^${shape}${CLOCK}$`, 'i'));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a text names, `2016-05-04`; null when the text is more than a date, or when the date is ambiguous or impossible.
 *
 * Reads English month names in either order, ISO dates and date-times (the date as written, whatever the zone) and numeric dates
 * that can be read in one way only: `13/04/2016`, but not `03/04/2016`. Years have four digits, and the day must exist.
 */
export function parseDate(text: string): string | null {
  return readDate(text)?.date ?? null;
}

/** Reads a text that is nothing but a date, with white space around it or not; null when it does not have the shape of a date. */
export function readDate(text: string): WrittenDate | null {
  const written = text.trim();
  if (written.length > MAX_DATE_LENGTH || !/\d\D{0,16}$/.test(written) || !/^[a-z\d]/i.test(written)) return null;
  for (const shape of SHAPES) {
    const groups = shape.exec(written)?.groups;
    if (groups) return { date: calendarDate(groups) };
  }
  return null;
}

/**
 * Finds the date that ends a line: `The harbour is closed, Coastal Review, May 4, 2016` has one at 39. A full stop or a bracket may
 * follow it. The date may stand directly behind a word, as other parts of a byline do: `Coastal ReviewMay 4, 2016`.
 */
export function findTrailingDate(line: string): TrailingDate | null {
  const end = trailingEnd(line);
  const first = Math.max(0, end - MAX_DATE_LENGTH);
  if (!/\d\D{0,12}$/.test(line.slice(first, end))) return null;
  for (let start = first; start < end; start++) {
    if (!mayStartAt(line, start)) continue;
    const found = readDate(line.slice(start, end));
    if (found) return { start, end, date: found.date };
  }
  return null;
}

function trailingEnd(line: string): number {
  let end = line.length;
  while (end > 0 && (line.charAt(end - 1).trim() === '' || '.)]'.includes(line.charAt(end - 1)))) end--;
  // The full stop of `10 a.m.` belongs to the date.
  return line.charAt(end) === '.' && /[ap]\.m$/i.test(line.slice(Math.max(0, end - 3), end)) ? end + 1 : end;
}

/** Whether a date can start here: at a letter or digit that no other one precedes, or at a capital behind a small letter. */
function mayStartAt(line: string, at: number): boolean {
  const here = line.charAt(at);
  const before = line.charAt(at - 1);
  // Comparing is quicker than a pattern. This runs for each of the last characters of a line, which are mostly small letters in words.
  if (isSmall(here)) {
    if (isSmall(before)) return false;
  } else if (!/[A-Za-z\d]/.test(here)) return false;
  if (/[\p{L}\p{N}]/u.test(before)) return /\p{Ll}/u.test(before) && /[A-Z]/.test(here);
  return !(/\d/.test(here) && /[-/.:'’]/.test(before));
}

function isSmall(letter: string): boolean {
  return letter >= 'a' && letter <= 'z';
}

function calendarDate({ year = '', month, number, day, first, second }: DateGroups): string | null {
  if (!/^[12]\d{3}$/.test(year)) return null;
  if (first !== undefined && second !== undefined) return numericDate(Number(year), Number(first), Number(second));
  const monthNumber = month === undefined ? Number(number) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return isoDate(Number(year), monthNumber, Number(day));
}

/** The named groups of the shapes. */
type DateGroups = Partial<Record<'year' | 'month' | 'number' | 'day' | 'first' | 'second', string>>;

/** `13/04/2016` and `04/13/2016` can each be read in one way, `04/04/2016` means the same in both; `03/04/2016` stays unknown. */
function numericDate(year: number, first: number, second: number): string | null {
  if (first === second || second > 12) return isoDate(year, first, second);
  return first > 12 ? isoDate(year, second, first) : null;
}

/** Writes a day of the (proleptic Gregorian) calendar as `YYYY-MM-DD`; null when there is no such day. Months count from 1. */
export function isoDate(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day < 1 || day > days) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
