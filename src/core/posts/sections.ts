import type { Span } from '../text/span';
import type { ToldDate } from './archive-problems';
import { DayReader, withoutMarks } from './day-lines';
import { readDate } from './dates';
import { readDetails, type Details } from './details';
import type { Entry } from './entries';
import { findHeadings, isRule, type Heading } from './headings';
import { findLeadingDate } from './leading-date';
import type { RowDates } from './possible-headers';
import { trimmed, type Row } from './rows';
import { findTrailingDate } from './trailing-date';

/** A heading with what it and the lines below it tell. */
interface Section extends Heading {
  /** Null where the heading is a date alone. */
  readonly title: Span | null;
  readonly date: ToldDate | null;
  readonly details: Details | null;
}

/**
 * Reads posts that begin with headings of one level, most of them dated: in the heading (`## 2016-05-04 The harbour`, `## The harbour (4 May
 * 2016)`, `## 4 May 2016`) or on the lines below it. Null where the text has none.
 *
 * @param trusted whether somebody has said that the text has posts: then one is enough
 */
export function readSections(
  text: string,
  rows: readonly Row[],
  { habits }: RowDates,
  path: string | undefined,
  trusted: boolean,
): Entry[] | null {
  const headings = findHeadings(text, rows, path);
  if (headings.length < (trusted ? 1 : 2)) return null;
  const reader = new DayReader(habits, path);
  const sections = headings.map((heading, index) =>
    readSection(text, rows, heading, headings[index + 1]?.row ?? rows.length, reader, trusted),
  );
  const level = levelOfPosts(sections, trusted);
  if (level === null) return null;
  const first = sections.findIndex((section) => section.level === level && section.date);
  // An article with its own date keeps its dated parts.
  if (!trusted && sections.slice(0, first).some((section) => section.level < level && section.date)) return null;
  return entriesOf(
    text,
    rows,
    sections.slice(first).filter((section) => section.level <= level),
    level,
  );
}

/** The level with the most dated headings, the higher one of two; null where most of its headings have no date. */
function levelOfPosts(sections: readonly Section[], trusted: boolean): number | null {
  const counts = new Map<number, { all: number; dated: number }>();
  for (const { level, date } of sections) {
    const count = counts.get(level) ?? { all: 0, dated: 0 };
    counts.set(level, { all: count.all + 1, dated: count.dated + (date ? 1 : 0) });
  }
  const [best] = [...counts].sort(([a, one], [b, other]) => other.dated - one.dated || a - b);
  if (!best) return null;
  const [level, { all, dated }] = best;
  return dated >= (trusted ? 1 : 2) && dated * 2 >= all ? level : null;
}

function entriesOf(text: string, rows: readonly Row[], sections: readonly Section[], level: number): Entry[] {
  return sections.flatMap((section, index): Entry[] => {
    const { row, lastRow, title, date, details } = section;
    let next = sections[index + 1]?.row ?? rows.length;
    const end = Math.max(details?.end ?? 0, rows[lastRow]?.end ?? 0);
    const last = details?.lastRow ?? lastRow;
    // A heading above those of the posts is none itself, unless there is text below it.
    if (section.level < level && !date && last + 1 >= next) return [];
    const divider = rows[next - 1];
    if (divider && next - 1 > last && next < rows.length && divider.opens && isRule(text, divider)) next--;
    return [
      {
        header: { start: rows[row]?.start ?? 0, end },
        end: rows[next]?.start ?? text.length,
        title: title ?? details?.title ?? null,
        date,
        source: details?.source ?? null,
        author: details?.author ?? null,
      },
    ];
  });
}

function readSection(
  text: string,
  rows: readonly Row[],
  heading: Heading,
  next: number,
  reader: DayReader,
  trusted: boolean,
): Section {
  const details = readDetails(text, rows, heading.lastRow + 1, next);
  const shown = text.slice(heading.text.start, heading.text.end);
  const at = (start: number, end: number) =>
    trimmed(text, { start: heading.text.start + start, end: heading.text.start + end });
  const inner = withoutMarks(shown);
  const whole = readDate(shown.slice(inner.start, inner.end));
  const day = at(inner.start, inner.end);
  const told = whole ? reader.told(whole, day) : reader.yearless(shown.slice(inner.start, inner.end), day);
  if (told) return { ...heading, title: null, date: told, details };
  reader.see(shown);
  const found = dateInHeading(shown, trusted);
  if (found) {
    const date = reader.told(found.written, at(found.date.start, found.date.end));
    return { ...heading, title: at(found.title.start, found.title.end), date, details };
  }
  const below = details?.date ? reader.told(details.date, details.date.span) : null;
  return { ...heading, title: at(0, shown.length), date: below, details };
}

/** The date at the start or the end of a heading, and the rest of it, which is the title. */
function dateInHeading(shown: string, trusted: boolean) {
  const leading = findLeadingDate(shown);
  if (leading && leading.next < shown.length) {
    return { written: leading, date: leading, title: { start: leading.next, end: shown.length } };
  }
  const trailing = findTrailingDate(shown.replace(/>$/, ''));
  if (!trailing) return null;
  const parted = /(?:[([（【<,;:|·]|\s[-–—])\s*$/u.exec(shown.slice(0, trailing.start));
  if (parted) {
    const end = parted.index;
    return end > 0 ? { written: trailing, date: trailing, title: { start: 0, end } } : null;
  }
  // “The fire of 4 May 1870” is about a day, and not of it.
  const plain = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}/.test(shown.slice(trailing.start));
  return plain || trusted ? { written: trailing, date: trailing, title: { start: 0, end: shown.length } } : null;
}
