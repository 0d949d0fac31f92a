import type { Span } from '../text/span';
import { dateProblems, noPosts, type ToldDate } from './archive-problems';
import { isMarkdown } from './file-endings';
import { findPossibleHeaders, type PossibleHeader, type PossibleHeaders } from './possible-headers';
import { readCredit, type Credit, type KnownNames } from './credit';
import { knownNames } from './known-names';
import { readDiary } from './diary';
import { postsOf, type Entry } from './entries';
import { readPressExport } from './press-export';
import { readRecords } from './records';
import { readSections } from './sections';
import { chooseHeaders } from './habit';
import type { FoundPosts } from './post';
import { withIds, type Unnamed } from './post-id';
import { readRows, type Row } from './rows';
import { collapse } from './words';

/**
 * Reads a text with many posts, one behind the other: each with a title line, a date line and (mostly) a byline `title again, source[,
 * author], date`; or the entries of a diary. A text without posts has no header either.
 *
 * @param path can tell the year of days that are written without one
 * @param trusted whether somebody has said that the text is such an archive; see `chooseHeaders`
 */
export function readPostArchive(text: string, path: string | undefined, trusted: boolean): FoundPosts {
  const rows = readRows(text);
  const possible = findPossibleHeaders(text, rows);
  // Markdown has headings: its other lines begin no posts, unless somebody says so.
  const byLines = trusted || !isMarkdown(path);
  // A byline is surer than any other sign.
  const sure = byLines && possible.confirmed.length > 0;
  const entries = sure ? null : readEntries(text, rows, possible, path, trusted);
  if (entries) return postsOf(text, rows, entries);
  const chosen = byLines ? chooseHeaders(possible, trusted) : [];
  if (chosen.length === 0)
    return { header: null, posts: [], problems: trusted ? noPosts(text, rows, possible.dates) : [] };
  const known = knownNames(text, chosen);
  const posts = chosen.map((header, index) => readPost(text, rows, header, chosen[index + 1], known));
  return {
    header: archiveHeader(rows, chosen[0]),
    posts: withIds(posts),
    problems: dateProblems(text, chosen.map(toldDate)),
  };
}

function readEntries(
  text: string,
  rows: readonly Row[],
  possible: PossibleHeaders,
  path: string | undefined,
  trusted: boolean,
): readonly Entry[] | null {
  const { dates } = possible;
  return (
    readPressExport(text, rows, dates, path) ??
    readRecords(text, rows, dates, path, trusted) ??
    readSections(text, rows, dates, path, trusted) ??
    readDiary(text, rows, possible, path, trusted)
  );
}

function toldDate({ dateLine, byline }: PossibleHeader): ToldDate {
  const date = dateLine.date ?? byline?.date?.date ?? null;
  return { span: dateLine.span, date, assumed: dateLine.assumed ? 'habit' : null };
}

function readPost(
  text: string,
  rows: readonly Row[],
  post: PossibleHeader,
  next: PossibleHeader | undefined,
  known: KnownNames,
): Unnamed {
  const { title, byline, dateLine } = post;
  const lastRow = next ? next.titleRow - 1 : rows.length - 1;
  const headerEnd = rows[post.lastRow]?.end ?? title.end;
  const end = rows[lastRow]?.end ?? headerEnd;
  const bodyStart = lastRow > post.lastRow ? (rows[post.lastRow + 1]?.lineStart ?? end) : end;
  const credit = creditOf(text, post, known);
  // The date line counts. Where it is ambiguous, the byline's date does.
  const date =
    dateLine.date === null && byline?.date?.date ? { span: byline.date.span, date: byline.date.date } : dateLine;
  return {
    title: valueOf(text, title),
    date: date.date,
    source: valueOf(text, credit.source),
    author: valueOf(text, credit.author),
    span: { start: title.start, end },
    header: { start: title.start, end: headerEnd },
    body: { start: bodyStart, end },
    places: { title, date: date.date === null ? null : date.span, source: credit.source, author: credit.author },
  };
}

function creditOf(text: string, { byline }: PossibleHeader, known: KnownNames): Credit {
  return byline ? readCredit(text, byline.segments, byline.titled, known) : { source: null, author: null };
}

function valueOf(text: string, span: Span): string;
function valueOf(text: string, span: Span | null): string | null;
function valueOf(text: string, span: Span | null): string | null {
  return span && collapse(text.slice(span.start, span.end));
}

/** The text before the first title, without the white space around it. */
function archiveHeader(rows: readonly Row[], first: PossibleHeader | undefined): Span | null {
  const top = rows[0];
  const last = first && rows[first.titleRow - 1];
  return top && last ? { start: top.start, end: last.end } : null;
}
