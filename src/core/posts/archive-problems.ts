import type { Problem } from '../problem';
import { quoted } from '../text/visible';
import type { Span } from '../text/span';
import type { RowDates } from './possible-headers';
import type { Row } from './rows';

/** A date as it stands in a text, for what there is to say of it. */
export interface ToldDate {
  readonly span: Span;
  /** Null where it is not known. */
  readonly date: string | null;
  /** How it is known where it alone could mean several days: by the other dates, by the year around it, by the program that wrote it. */
  readonly assumed: 'habit' | 'year' | 'export' | null;
}

/** The problems of the dates of a text: those that could not be read, and those read by assumption. One for each kind, at the first place. */
export function dateProblems(text: string, dates: readonly ToldDate[]): Problem[] {
  const problems: Problem[] = [];
  const written = ({ span }: ToldDate) => quoted(text.slice(span.start, span.end));
  const undated = dates.filter(({ date }) => date === null);
  const [unread] = undated;
  if (unread) {
    const more = undated.length > 1 ? `, and ${undated.length - 1} more dates of the text,` : '';
    const message = `${written(unread)}${more} can mean several days, or none. The post has no date. Name the day in full, as “May 4, 2016” or 2016-05-04.`;
    problems.push({ code: 'unread-date', severity: 'warning', message, span: unread.span });
  }
  for (const [kind, how] of HOW) {
    const [assumed, ...others] = dates.filter((date) => date.date !== null && date.assumed === kind);
    if (!assumed) continue;
    const more = others.length > 0 ? ` So are ${others.length} more dates of the text.` : '';
    const message = `${written(assumed)} is read as ${assumed.date ?? ''}, ${how}.${more}`;
    problems.push({ code: 'assumed-date', severity: 'info', message, span: assumed.span });
  }
  return problems;
}

const HOW = [
  ['habit', 'in the order or language of the other dates of the text'],
  ['year', 'in the year that stands above it, in a date before it or in the name of the file'],
  ['export', 'as Movable Type writes dates'],
] as const;

/** The problem of a text that somebody says has posts, and in which none is found; none of a blank one. */
export function noPosts(text: string, rows: readonly Row[], { written }: RowDates): Problem[] {
  const [first] = rows;
  if (!first) return [];
  const count = written.filter((date) => date !== null).length;
  const row =
    rows[
      Math.max(
        0,
        written.findIndex((date) => date !== null),
      )
    ] ?? first;
  const dates =
    count === 0
      ? 'No line of the text is a date alone.'
      : `${count} ${count === 1 ? 'line is a date' : 'lines are dates'} alone, the first ${quoted(text.slice(row.start, row.end))}, but no title line stands before it, no byline or no text behind.`;
  const message =
    'The text is declared a post-archive, but no post is recognized in it. A post begins with its title, then a line that is a date alone, ' +
    'then (mostly) a byline “title, source, author, date”; or with a heading that has a date in it or below it; or with a date alone. ' +
    `${dates} Correct the text, or its format in postgloss.yaml.`;
  return [{ code: 'no-posts', severity: 'warning', message, span: { start: row.start, end: row.end } }];
}
