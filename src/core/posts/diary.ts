import type { Span } from '../text/span';
import type { ToldDate } from './archive-problems';
import { dayLines, DayReader } from './day-lines';
import { readDetails, type Details } from './details';
import type { Entry } from './entries';
import { MAX_DATE_LENGTH } from './dates';
import { findLeadingDate } from './leading-date';
import { inOrderOf } from './order';
import type { PossibleHeaders } from './possible-headers';
import type { Row } from './rows';
import { likenessToTitle } from './title-like';

/** A diary begins with a day, or has no more lines above the first one. */
const MAX_HEADER_ROWS = 3;

/** A row that begins an entry. */
interface Day {
  readonly row: number;
  /** The date with the marks around it. */
  readonly header: Span;
  readonly date: ToldDate;
}

/**
 * Reads a diary or log: each entry begins with its day, alone on a line or before its text, and most have no title. Null where the text is
 * none: no day stands at its top, or the lines above the days are the titles of posts.
 *
 * @param trusted whether somebody has said that the text has posts: then one entry is enough, and the order may be any
 */
export function readDiary(
  text: string,
  rows: readonly Row[],
  possible: PossibleHeaders,
  path: string | undefined,
  trusted: boolean,
): Entry[] | null {
  if (!beginsWithDay(text, rows.slice(0, MAX_HEADER_ROWS + 1), possible, path)) return null;
  const alone = dayLines(text, rows, possible.dates, path).flatMap((date, row) => dayAt(rows, row, date));
  if (hasText(alone, rows.length) && isDiary(alone, trusted) && !hasTitlesAbove(alone, possible)) {
    return entriesOf(text, rows, alone);
  }
  if (alone.length > 1) return null;
  const before = daysBeforeText(text, rows, possible, path);
  return before.length > 1 && isDiary(before, trusted)
    ? before.map(({ date, header }) => ({ ...NOTHING, header, end: text.length, date }))
    : null;
}

const NOTHING = { title: null, source: null, author: null };

function dayAt(rows: readonly Row[], row: number, date: ToldDate | null): Day[] {
  const { start, end } = rows[row] ?? { start: 0, end: 0 };
  return date ? [{ row, header: { start, end }, date }] : [];
}

/** Whether one of the first rows is a day, or begins with one: a quick look, as most texts are no diaries. */
function beginsWithDay(
  text: string,
  rows: readonly Row[],
  { dates }: PossibleHeaders,
  path: string | undefined,
): boolean {
  const days = dayLines(text, rows, dates, path);
  return rows.some(
    (row, index) =>
      days[index] ?? findLeadingDate(text.slice(row.start, Math.min(row.end, row.start + MAX_DATE_LENGTH))),
  );
}

function mayBeDay(line: string): boolean {
  return /\p{Nd}|[一二三四五六七八九十]日/u.test(line);
}

/** Whether there is text below most of the days. */
function hasText(days: readonly Day[], rowCount: number): boolean {
  const withText = days.filter(({ row }, index) => (days[index + 1]?.row ?? rowCount) - row > 1).length;
  return withText * 2 >= days.length;
}

/** Whether days are those of a diary: the first stands at the top, and they keep an order. */
function isDiary(days: readonly Day[], trusted: boolean): boolean {
  const [first] = days;
  if (!first || first.row > MAX_HEADER_ROWS) return false;
  const dated = days.flatMap(({ date }) => date.date ?? []);
  return trusted || (days.length > 1 && inOrderOf(dated).length * 3 >= dated.length * 2);
}

/**
 * Whether the lines above the days are the titles of posts, and not the last lines of entries. Titles are headlines, and between two days
 * there are then two lines at least: a text and the next title.
 */
function hasTitlesAbove(days: readonly Day[], { bare }: PossibleHeaders): boolean {
  const headlines = new Set(bare.flatMap(({ dateRow, sentence }) => (sentence ? [] : [dateRow])));
  const titled = new Set(bare.map(({ dateRow }) => dateRow));
  const [first, ...others] = days;
  const gaps = others.map(({ row }, index) => row - (days[index]?.row ?? 0) - 1);
  if (!first) return true;
  const many = (count: number, share: number) => count > 0 && count >= others.length * share;
  const roomy = gaps.filter((gap) => gap > 1).length;
  const above = others.filter(({ row }) => headlines.has(row)).length;
  if (first.row === 0) {
    // A date at the top, right above the title of the first post, is that of the whole.
    return others.length > 1 && gaps[0] === 1 && roomy >= others.length - 1 && many(above, 2 / 3);
  }
  if (!titled.has(first.row)) return false;
  if (others.length === 0) return true;
  if (many(above, 1 / 3)) return many(above, 2 / 3) || roomy * 2 >= others.length;
  if (roomy * 2 < others.length) return false;
  return others.every(({ row }) => titled.has(row)) && !(headlines.has(first.row) && runsDayByDay(days));
}

/** Whether most entries follow the one before within a week, as those of diaries do. */
function runsDayByDay(days: readonly Day[]): boolean {
  const times = days.flatMap(({ date }) => (date.date === null ? [] : [Date.parse(date.date)]));
  const near = times.filter((time, index) => {
    const step = time - (times[index - 1] ?? Infinity);
    return step >= 0 && step <= 7 * 86_400_000;
  });
  return near.length * 2 > times.length - 1;
}

function entriesOf(text: string, rows: readonly Row[], days: readonly Day[]): Entry[] {
  const heads = days.map((day, index) => headOf(text, rows, day, days[index + 1]?.row ?? rows.length));
  const titled = heads.filter(({ sure }) => sure).length * 4 >= heads.length * 3;
  return heads.map(({ day, title, details }): Entry => {
    const { header, date } = day;
    // A headline is a title where nearly all entries have one.
    if (title && !titled) return { ...NOTHING, header, end: text.length, date };
    const end = details?.end ?? title?.end ?? header.end;
    return {
      header: { start: header.start, end },
      end: text.length,
      title: title ?? details?.title ?? null,
      date,
      source: details?.source ?? null,
      author: details?.author ?? null,
    };
  });
}

interface Head {
  readonly day: Day;
  /** A headline below the day. */
  readonly title: Span | null;
  /** Whether the text below the headline is none, which could be a line of a poem or a list. */
  readonly sure: boolean;
  readonly details: Details | null;
}

/** What stands between a day and the text of its entry. */
function headOf(text: string, rows: readonly Row[], day: Day, next: number): Head {
  const details = readDetails(text, rows, day.row + 1, next);
  const [row, behind] = [rows[day.row + 1], rows[day.row + 2]];
  const apart = row?.opens && behind?.opens && day.row + 2 < next;
  if (details || !apart || likenessToTitle(text.slice(row.start, row.end)) !== 'headline') {
    return { day, title: null, sure: false, details };
  }
  const below = readDetails(text, rows, day.row + 2, next);
  const sure = below !== null || likenessToTitle(text.slice(behind.start, behind.end)) !== 'headline';
  return { day, title: { start: row.start, end: row.end }, sure, details: below };
}

/** The rows that begin with a day and go on with text, where most paragraphs of the text, or most rows, begin so, three at least. */
function daysBeforeText(
  text: string,
  rows: readonly Row[],
  { dates }: PossibleHeaders,
  path: string | undefined,
): Day[] {
  const reader = new DayReader(dates.habits, path);
  const found: Day[] = [];
  let begin = 0;
  let parted = 0;
  let openings = 0;
  rows.forEach(({ start, end, opens }, row) => {
    if (opens) openings++;
    const line = text.slice(start, Math.min(end, start + MAX_DATE_LENGTH + 20));
    const date = mayBeDay(line.slice(0, 20)) ? findLeadingDate(line) : null;
    if (!date) return;
    if (date.parted || date.next >= line.length) parted++;
    const header = { start, end: start + line.slice(0, date.next).trimEnd().length };
    const day = reader.told(date, { start: start + date.start, end: start + date.end });
    begin++;
    // The lines of one day in a log are one entry.
    if (opens || day.date !== found.at(-1)?.date.date) found.push({ row, header, date: day });
  });
  // A line of prose can begin with a date, but hardly each line or paragraph.
  if (begin < 3) return [];
  const each = begin * 3 >= rows.length * 2;
  return each || (begin * 3 >= openings * 2 && parted * 3 >= begin * 2) ? found : [];
}
