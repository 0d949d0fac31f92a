import type { Span } from '../text/span';
import type { ToldDate } from './archive-problems';
import { DayReader } from './day-lines';
import { hasLabel, readDetails } from './details';
import { postsOf, type Entry } from './entries';
import { readFrontMatterPost } from './front-matter';
import { isRule } from './headings';
import type { RowDates } from './possible-headers';
import type { FoundPosts } from './post';
import { readRows, type Row } from './rows';

/** The lines of a record that tell of its post. Rows are indexes into the rows of the text. */
interface RecordHead extends Omit<Entry, 'end'> {
  readonly row: number;
  readonly lastRow: number;
}

/** Where more rows in a row only look like fences, none is taken for one any more. */
const MAX_MISSES = 200;

/** Front matter inside a text has no more rows. */
const MAX_FENCED_ROWS = 100;

/**
 * Reads posts that each begin with lines such as `Title: …` and `Date: …`, between fences (several files with front matter in one) or not,
 * as Movable Type exports them. Null where the text has none.
 *
 * @param trusted whether somebody has said that the text has posts: then one is enough
 */
export function readRecords(
  text: string,
  rows: readonly Row[],
  { habits }: RowDates,
  path: string | undefined,
  trusted: boolean,
): Entry[] | null {
  // Movable Type writes the month first.
  const exported = /^DATE: \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d/m.test(text) && /^BODY:[ \t\r]*$/m.test(text);
  const reader = new DayReader(exported ? new Set([...habits, 'month first']) : habits, path);
  const heads = findHeads(text, rows, reader).map((head) =>
    exported && head.date?.assumed ? { ...head, date: { ...head.date, assumed: 'export' as const } } : head,
  );
  const dated = heads.filter(({ date }) => date).length;
  if (dated < (trusted ? 1 : 2) || dated * 2 < heads.length) return null;
  return withEnds(text, rows, heads);
}

/** Each record ends where the next begins, before the lines of marks between them. */
function withEnds(text: string, rows: readonly Row[], heads: readonly RecordHead[]): Entry[] {
  return heads.map(({ lastRow, row: _, ...head }, index): Entry => {
    let next = heads[index + 1]?.row ?? rows.length;
    for (let last = rows[next - 1]; last && next - 1 > lastRow && isRule(text, last); last = rows[next - 1]) next--;
    return { ...head, end: rows[next]?.start ?? text.length };
  });
}

/** @param fenced whether all must stand between fences */
function findHeads(text: string, rows: readonly Row[], reader: DayReader, fenced = false): RecordHead[] {
  const heads: RecordHead[] = [];
  let inCode = false;
  let misses = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (!row) break;
    if (text.startsWith('```', row.start)) inCode = !inCode;
    if (inCode || row.start > row.lineStart + 1) continue;
    const above = rows[index - 1];
    const fence = misses < MAX_MISSES && isFence(text, row) && isKeyed(text, rows[index + 1]);
    const head =
      (fence ? fencedHead(text, rows, index) : null) ??
      (!fenced && (row.opens || (above && isRule(text, above))) ? labelledHead(text, rows, index, reader) : null);
    if (fence) misses = head?.date ? 0 : misses + 1;
    if (!head) continue;
    heads.push(head);
    index = head.lastRow;
  }
  return heads;
}

/** The front matter that begins at a row; null where none does, or it has neither title nor date. */
function fencedHead(text: string, rows: readonly Row[], index: number): RecordHead | null {
  const row = rows[index];
  if (!row) return null;
  let last = index + 1;
  while (last < Math.min(rows.length, index + MAX_FENCED_ROWS) && !isFence(text, rows[last])) last++;
  const closing = rows[last];
  if (!closing || !isFence(text, closing)) return null;
  const found = readFrontMatterPost(text.slice(row.start, closing.end), undefined);
  const [post] = found?.posts ?? [];
  if (!found || !post || (post.title === null && post.date === null)) return null;
  const move = ({ start, end }: Span): Span => ({ start: start + row.start, end: end + row.start });
  const moved = (place: Span | null) => place && move(place);
  const { title, source, author, date } = post.places;
  const day = moved(date);
  return {
    row: index,
    lastRow: last,
    header: { start: row.start, end: closing.end },
    title: moved(title),
    source: moved(source),
    author: moved(author),
    date: day && { span: day, date: post.date, assumed: null },
    values: { title: post.title, source: post.source, author: post.author },
    problems: found.problems.map((problem) => ({ ...problem, span: move(problem.span) })),
  };
}

/** Whether a row begins as those of front matter do. */
function isKeyed(text: string, row: Row | undefined): boolean {
  return row !== undefined && /^[\p{L}"'][^\n:]{0,60}:/u.test(text.slice(row.start, Math.min(row.end, row.start + 80)));
}

function isFence(text: string, row: Row | undefined): boolean {
  return row !== undefined && row.end - row.start === 3 && text.startsWith('---', row.start);
}

/** The lines `Title: …`, `Date: …` and their like from a row on; null where there are fewer than two, or no title and no date. */
function labelledHead(text: string, rows: readonly Row[], index: number, reader: DayReader): RecordHead | null {
  const { start, end } = rows[index] ?? { start: 0, end: 0 };
  if (!hasLabel(text.slice(start, Math.min(end, start + 80)))) return null;
  let to = index + 1;
  while (to < Math.min(rows.length, index + MAX_FENCED_ROWS) && !rows[to]?.opens) to++;
  const details = readDetails(text, rows, index, to);
  // Below a line of text, that line is the title.
  const above = rows[index - 1];
  const alone = !above || (above.opens && isRule(text, above));
  if (!details || details.labelled < 2 || !(details.title ?? (alone && details.date && details.author))) return null;
  const { title, source, author } = details;
  const date: ToldDate | null = details.date && reader.told(details.date, details.date.span);
  let { lastRow } = details;
  for (let next = rows[lastRow + 1]; next && isPassage(text, next); next = rows[lastRow + 1]) lastRow++;
  const header = { start: rows[index]?.start ?? 0, end: rows[lastRow]?.end ?? details.end };
  return { row: index, lastRow, header, title, source, author, date };
}

/** Whether a row parts the lines that tell of a post from its text. */
function isPassage(text: string, row: Row): boolean {
  return (
    isRule(text, row) ||
    /^(?:body|text|full text|content|volltext|texte)\s*:$/i.test(
      text.slice(row.start, Math.min(row.end, row.start + 20)),
    )
  );
}

/** Reads several files with front matter that stand in one text; null where there is but one. */
export function readFrontMatters(text: string, path: string | undefined): FoundPosts | null {
  // Each has two fences.
  if ((text.match(/^---[ \t]*$/gm)?.length ?? 0) < 4) return null;
  const rows = readRows(text);
  const reader = new DayReader(new Set(), path);
  const heads = findHeads(text, rows, reader, true);
  return heads.length > 1 && heads.every(({ title, date }) => title && date)
    ? postsOf(text, rows, withEnds(text, rows, heads))
    : null;
}
