import { isoDate, isoFromPersian } from './calendar';
import { withoutLabel } from './date-labels';
import { readShape, type DateShape } from './date-shape';
import { foldDate, PERSIAN } from './date-words';

/** A date as it is written in a text. */
export interface WrittenDate {
  /** `YYYY-MM-DD`; null for text with the shape of a date that is ambiguous or impossible: `03/04/2016`, `Feb 30, 2016`, `4.5.16`. */
  readonly date: string | null;
  /** The habits of writing dates that a sure date shows; see `Reading`. */
  readonly habits: ReadonlySet<string>;
  /** The days that an ambiguous date can mean; empty for any other. */
  readonly readings: readonly Reading[];
}

/**
 * A day that an ambiguous date means where the writer has one of some habits: `day first`, `month first`, or a language in which its month
 * has this name.
 */
interface Reading {
  readonly date: string;
  readonly habits: ReadonlySet<string>;
}

/** Longer text, in UTF-16 code units, is no date: one with weekday, time and zone is shorter. */
export const MAX_DATE_LENGTH = 80;

/** A weekday, a time or a zone can stand behind the last digit; in UTF-16 code units. */
const MAX_TAIL = 36;

/**
 * The day that a text names, `2016-05-04`; null when the text is more than a date, or when the date is ambiguous or impossible.
 *
 * Reads names of months in the languages of `Intl.DateTimeFormat`, in any order that they use, ISO dates and date-times (the date as
 * written, whatever the zone), and numeric dates that can be read in one way only: `13/04/2016` and `03.04.2016`, but not `03/04/2016`.
 * Years have four digits, and the day must exist.
 */
export function parseDate(text: string): string | null {
  return readDateValue(text)?.date ?? null;
}

/** Reads the value of a field that is known to hold a date: `20160504` and the brackets of `<2016-05-04 Wed>` may be there too. */
export function readDateValue(text: string): WrittenDate | null {
  const value = text.trim().replace(/^[<[](.*)[>\]]$/, '$1');
  const basic = /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  return readDate(basic ? basic.slice(1).join('-') : value);
}

/**
 * Reads a text that is nothing but a date, with white space around it or not; null when it does not have the shape of a date.
 *
 * @param english whether its words must be English
 */
export function readDate(text: string, english = false): WrittenDate | null {
  const written = text.trim();
  if (written.length > MAX_DATE_LENGTH || !mayEndWithDate(written, written.length) || beginsWithProse(written))
    return null;
  const folded = withoutLabel(foldDate(written).trim());
  const shape = readShape(folded, english);
  return shape && dateOf(shape);
}

/**
 * The date that a written one means where others of the same text show the habit of its writer; null where they do not, or show several.
 *
 * @param habits the habits of the dates that are sure; see `habitsOf`
 */
export function settleDate({ date, readings }: WrittenDate, habits: ReadonlySet<string>): string | null {
  if (readings.length === 0) return date;
  const [supported, ...others] = readings.filter((reading) => [...reading.habits].some((habit) => habits.has(habit)));
  return supported && others.length === 0 ? supported.date : null;
}

/** The habits that the sure dates of a text show. */
export function habitsOf(dates: Iterable<WrittenDate | null>): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const written of dates) for (const habit of written?.habits ?? []) shown.add(habit);
  return shown;
}

/**
 * Whether a text can end with a date: one of its last code units before an offset is a digit, and there are enough of them for a day and a
 * year. Most lines end here, so it is quick.
 */
export function mayEndWithDate(text: string, end: number): boolean {
  let digits = 0;
  for (let at = end - 1; at >= Math.max(0, end - MAX_DATE_LENGTH) && digits < MIN_DIGITS; at--) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : NUMERAL.test(text.charAt(at))) digits++;
    if (digits === 0 && end - at > MAX_TAIL) return false;
  }
  return digits === MIN_DIGITS;
}

/** Whether more words stand before the first digit than any date has there. */
function beginsWithProse(text: string): boolean {
  let spaces = 0;
  for (let at = 0; at < text.length && spaces <= MAX_SPACES; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) spaces++;
    else if (unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : NUMERAL.test(text.charAt(at))) return false;
  }
  return spaces > MAX_SPACES;
}

/** As many as in `fecha de publicación: el lunes, 14`, and one more. */
const MAX_SPACES = 6;

/** As in `4/5/16`. */
const MIN_DIGITS = 3;

const NUMERAL = /[\p{Nd}〇零一二三四五六七八九十元]/u;

const NONE: ReadonlySet<string> = new Set();
const NO_READINGS: readonly Reading[] = [];
const UNKNOWN: WrittenDate = { date: null, habits: NONE, readings: NO_READINGS };

/** Other years are no years of posts, or those of another calendar. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2299;

function dateOf({ year, months, day, numbers }: DateShape): WrittenDate {
  if (year === null) return UNKNOWN;
  if (!numbers && months.size === 1) {
    for (const [month, habits] of months) {
      const date = isoOf(year, month, day);
      return date === null ? UNKNOWN : { date, habits, readings: NO_READINGS };
    }
  }
  const readings: Reading[] = [];
  const add = (date: string | null, habits: ReadonlySet<string>) => date !== null && readings.push({ date, habits });
  if (!numbers) {
    for (const [month, languages] of months) add(isoOf(year, month, day), languages);
  } else {
    // `13/04/2016` and `04/13/2016` can each be read in one way, `04/04/2016` means the same in both; `03/04/2016` stays unknown.
    const [first, second] = numbers;
    add(isoOf(year, second, first), first === second ? NONE : DAY_FIRST);
    if (first !== second) add(isoOf(year, first, second), MONTH_FIRST);
  }
  const [one, ...others] = readings;
  if (!one) return UNKNOWN;
  return others.length === 0 ? { ...one, readings: NO_READINGS } : { date: null, habits: NONE, readings };
}

const DAY_FIRST: ReadonlySet<string> = new Set(['day first']);
const MONTH_FIRST: ReadonlySet<string> = new Set(['month first']);

function isoOf(year: number, month: number, day: number): string | null {
  if (month > PERSIAN) return isoFromPersian(year, month - PERSIAN, day);
  return year < FIRST_YEAR || year > LAST_YEAR ? null : isoDate(year, month, day);
}
