import { isoDate } from './calendar';
import { MAX_DATE_LENGTH, readDateValue } from './dates';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

/** `Thu, 04 May 2016 10:20:30 +0200`, the form of RFC 5322, the weekday and all behind the year optional. */
const DAY_FIRST = new RegExp(`^(?:[a-z]{2,9}[.,]*\\s*)?(\\d{1,2})[\\s-]+${MONTH}[\\s,-]+(\\d{2,4})(?!\\d)`, 'i');

/** `Thu May  4 10:20:30 CEST 2016`, the form of C's `asctime`, with a zone or not. */
const MONTH_FIRST = new RegExp(
  `^(?:[a-z]{2,9}[.,]*\\s+)?${MONTH}\\s+(\\d{1,2}),?\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+[a-z+-]\\S*){0,2}\\s+(\\d{4})(?!\\d)`,
  'i',
);

/**
 * The day that the `Date` of a mail names, `2016-05-04`, as written, whatever the zone; null where there is no such day. Years of two and
 * three digits mean what RFC 5322, 4.3 says. What is in no form of mail is read as any other date.
 */
export function readMailDate(value: string): string | null {
  const text = value.trim().slice(0, MAX_DATE_LENGTH);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return day(monthFirst[3], monthFirst[1], monthFirst[2]);
  return readDateValue(value)?.date ?? null;
}

function day(year = '', month = '', date = ''): string | null {
  const number = Number(year);
  const full = year.length === 2 ? number + (number < 50 ? 2000 : 1900) : year.length === 3 ? number + 1900 : number;
  return isoDate(full, MONTHS.indexOf(month.toLowerCase()) + 1, Number(date));
}

/** The end of a line `From …`: a date with a time, in the form of `asctime`, of RFC 5322, or of ISO. */
const AT_END = new RegExp(
  `\\s(?:(?:[a-z]{3,9},?\\s+)?${MONTH}\\s+\\d{1,2},?\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+[a-z+-]\\S*){0,2}\\s+\\d{4}` +
    `|(?:[a-z]{3},?\\s+)?\\d{1,2}\\s+${MONTH}\\s+\\d{4}\\s+\\d{1,2}:\\d{2}(?::\\d{2})?` +
    `|\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2})?Z?)` +
    `(?:\\s+[+-]\\d{4}|\\s+\\(?[a-z]{2,5}\\)?){0,2}(?:\\s+remote\\s+from\\s+\\S+)?\\s*$`,
  'i',
);

/** Where the date begins that ends a line `From …`, as an offset into the line; -1 where none does. */
export function dateOfFromLine(line: string): number {
  const found = AT_END.exec(line);
  return found ? found.index + found[0].length - found[0].trimStart().length : -1;
}
