import type { RawPost } from '../imported/post';
import { habitsOf, settleDate } from '../posts/dates';
import { readTable } from '../tables/read-table';
import { POST_LIMITS, type Cell, type TableFormat } from '../tables/table';
import { quoted } from '../text/visible';
import { readAnyDate } from './dates';
import { htmlText } from './html-text';
import { decodePlain, gather, type InputFile } from './input';
import { ImportRefusal } from './refusal';

/** The most bytes of a table: its text is held in memory. */
const LARGEST_TABLE = 200_000_000;

/**
 * Reads a table of posts, one a row. Its columns are known by many names; only one for the text must be there. A date that can be read in
 * two ways is read as the others of its column are written.
 *
 * @throws ImportRefusal where the file is no table, or has no column for the text
 */
export async function* readTablePosts(file: InputFile, format: TableFormat): AsyncIterable<RawPost> {
  const text = decodePlain(await gather(file.chunks, LARGEST_TABLE), file.tally);
  const read = readTable(text, format, POST_LIMITS);
  if (!read.ok) throw new ImportRefusal(read.why);
  const { columns, rows, problems } = read.table;
  for (const { line, message } of problems) {
    file.tally.problem(`${quoted(file.name)}, line ${line}: ${message}`);
    if (format === 'jsonl') file.tally.skip('not readable');
  }
  const found = columnsOf(columns);
  if (!found.has('text') && !found.has('html')) {
    throw new ImportRefusal(
      `No column is called “text”. Its columns are ${columns.slice(0, 12).map(quoted).join(', ') || 'none'}.`,
    );
  }
  const cell = (cells: readonly Cell[], field: Field) => textOf(cells[found.get(field) ?? -1]);
  const dates = rows.map(({ cells }) => readAnyDate(cell(cells, 'date')));
  const habits = habitsOf(dates);
  for (const [i, { line, cells }] of rows.entries()) {
    const written = dates[i];
    const date = written ? settleDate(written, habits) : null;
    const stated = cell(cells, 'date').trim();
    if (date === null && stated !== '') {
      file.tally.problem(
        `${quoted(file.name)}, line ${line}: ${quoted(stated)} is no date that can be read surely. Write it as 2016-05-04.`,
      );
    }
    const html = cell(cells, 'html');
    yield {
      id: cell(cells, 'id') || null,
      title: cell(cells, 'title'),
      date,
      source: cell(cells, 'source'),
      author: cell(cells, 'author'),
      url: cell(cells, 'url'),
      body: html === '' ? cell(cells, 'text') : htmlText(html),
    };
  }
}

type Field = 'id' | 'title' | 'date' | 'source' | 'author' | 'url' | 'text' | 'html';

/** The names of columns in lower case, without signs, best first. */
const NAMES: Readonly<Record<Field, string>> = {
  id: 'id guid postid messageid identifier uid',
  title: 'title headline subject heading',
  date: 'date published publishedat pubdate publicationdate datepublished createdat created time timestamp datetime posteddate day',
  source: 'source publication publisher site sitename outlet newspaper journal channel',
  author: 'author authors byline creator writer authorname by from name user username',
  url: 'url link permalink href address uri',
  text: 'text body content fulltext message contenttext post article description',
  html: 'html contenthtml bodyhtml',
};

function columnsOf(columns: readonly string[]): ReadonlyMap<Field, number> {
  const plain = columns.map((column) => column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const found = new Map<Field, number>();
  for (const [field, names] of Object.entries(NAMES) as [Field, string][]) {
    const at = names
      .split(' ')
      .map((name) => plain.indexOf(name))
      .find((index) => index >= 0);
    if (at !== undefined) found.set(field, at);
  }
  return found;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : (cell?.join(', ') ?? '');
}
