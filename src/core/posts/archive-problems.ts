import type { Problem } from '../problem';
import { quoted } from '../text/visible';
import type { PossibleHeader, PossibleHeaders } from './possible-headers';
import type { Row } from './rows';

/**
 * The problems of a text with many posts: none is found though somebody says that it has some; dates that could not be read, and dates that
 * were read by the habit of the others. One problem for each kind, at the first place.
 */
export function archiveProblems(
  text: string,
  rows: readonly Row[],
  { dateRows }: PossibleHeaders,
  chosen: readonly PossibleHeader[],
  trusted: boolean,
): Problem[] {
  if (chosen.length === 0) return trusted ? noPosts(text, rows, dateRows) : [];
  const problems: Problem[] = [];
  const written = ({ dateLine }: PossibleHeader) => quoted(text.slice(dateLine.span.start, dateLine.span.end));
  const undated = chosen.filter(({ dateLine, byline }) => dateLine.date === null && !byline?.date?.date);
  const [unread] = undated;
  if (unread) {
    const more = undated.length > 1 ? `, and ${undated.length - 1} more dates of the text,` : '';
    const message = `${written(unread)}${more} can mean several days, or none. The post has no date. Name the day in the byline, as “May 4, 2016” or 2016-05-04.`;
    problems.push({ code: 'unread-date', severity: 'warning', message, span: unread.dateLine.span });
  }
  const byHabit = chosen.filter(({ dateLine }) => dateLine.assumed);
  const [assumed] = byHabit;
  if (assumed) {
    const more = byHabit.length > 1 ? ` So are ${byHabit.length - 1} more dates of the text.` : '';
    const message = `${written(assumed)} is read as ${assumed.dateLine.date ?? ''}, in the order or language of the other dates of the text.${more}`;
    problems.push({ code: 'assumed-date', severity: 'info', message, span: assumed.dateLine.span });
  }
  return problems;
}

function noPosts(text: string, rows: readonly Row[], dateRows: readonly number[]): Problem[] {
  const [first] = rows;
  if (!first) return [];
  const row = rows[dateRows[0] ?? 0] ?? first;
  const dates =
    dateRows.length === 0
      ? 'No line of the text is a date alone.'
      : `${dateRows.length} ${dateRows.length === 1 ? 'line is a date' : 'lines are dates'} alone, the first ${quoted(text.slice(row.start, row.end))}, but no title line stands before it, or no byline behind.`;
  const message =
    'The text is declared a post-archive, but no post is recognized in it. A post begins with its title, then a line that is a date alone, ' +
    `then (mostly) a byline “title, source, author, date”. ${dates} Correct the text, or its format in postgloss.yaml.`;
  return [{ code: 'no-posts', severity: 'warning', message, span: { start: row.start, end: row.end } }];
}
