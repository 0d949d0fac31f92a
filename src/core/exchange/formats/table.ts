import { citation } from '../../lists/cite';
import { readTable } from '../../tables/read-table';
import type { Cell } from '../../tables/table';
import { withoutApostrophe, writeCell } from '../../tables/write-cell';
import { indexLines } from '../../text/lines';
import { ALL_FIELDS, onlyFile, textOf, type Format, type ReadResult } from '../format';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, namedPost, type ExchangeDocument, type ExchangeSpan } from '../model';

/** The quote table, for spreadsheets and R: RFC 4180, with a byte order mark, by which Excel knows UTF-8. */
export const CSV = tableFormat('csv', 'Excel, LibreOffice, R, pandas', ',');
export const TSV = tableFormat('tsv', 'Excel, LibreOffice, R, pandas', '\t');

const COLUMNS = [
  ...['quote', 'tags', 'note', 'title', 'date', 'source', 'author', 'entity', 'not', 'scope', 'before', 'after'],
  ...['copy', 'citation', 'file', 'post', 'line', 'start', 'end', 'id', 'by', 'on', 'state', 'version'],
] as const;
type Column = (typeof COLUMNS)[number];

function tableFormat(name: 'csv' | 'tsv', usedBy: string, delimiter: string): Format {
  return {
    ...{ name, usedBy, shape: 'file', ending: name, per: 'file', mentions: 'none', quotesOnly: true, dialects: [] },
    holds: () => ALL_FIELDS,
    write: ({ documents }) => {
      const rows = [[...COLUMNS], ...documents.flatMap(rowsOf)];
      const line = (cells: readonly string[]) => cells.map((cell) => writeCell(cell, delimiter)).join(delimiter);
      return onlyFile(`\ufeff${rows.map((row) => `${line(row)}\r\n`).join('')}`);
    },
    read: (files) => read(textOf(files, ''), name),
  };
}

function rowsOf({ file, text, version, spans }: ExchangeDocument): string[][] {
  const lines = indexLines(text ?? '');
  return spans.map((span) => {
    const { post, place, quote, tags, computed } = span;
    const row: Readonly<Record<Column, string | number | null>> = {
      ...{ quote, tags: listText(tags), note: span.note },
      ...{
        title: post?.title ?? null,
        date: post?.date ?? null,
        source: post?.source ?? null,
        author: post?.author ?? null,
      },
      ...{ entity: span.entity, not: span.not, scope: span.scope, before: span.before, after: span.after },
      ...{ copy: span.copy, citation: citation(quote, post), file, post: post?.id ?? null },
      line: place ? lines.lineAt(place.start) + 1 : null,
      ...{ start: place?.start ?? null, end: place?.end ?? null },
      ...{ id: span.id, by: span.by, on: span.on },
      state: computed ? 'computed' : place ? 'exact' : 'in doubt',
      version,
    };
    return COLUMNS.map((column) => String(row[column] ?? ''));
  });
}

/** Tags as `a; b`. */
function listText(tags: readonly string[]): string {
  return tags.map((tag) => tag.replace(/[\\;]/g, '\\$&')).join('; ');
}

function listOf(cell: string): string[] {
  const parts = cell.match(/(?:[^\\;]|\\[^])+/g) ?? [];
  return parts.map((part) => part.replace(/^ /, '').replace(/\\([^])/g, '$1')).filter((tag) => tag !== '');
}

/** The names by which other tools call a column. */
const OTHER_NAMES: Readonly<Partial<Record<Column, readonly string[]>>> = {
  quote: ['quotation', 'exact', 'passage'],
  tags: ['tag', 'code', 'codes', 'label', 'labels'],
  note: ['comment', 'memo'],
};

/** Whether a table with these columns is one of annotations. */
export function isQuoteTable(columns: readonly string[]): boolean {
  return columns.some((column) => column.trim().toLowerCase() === 'quote');
}

function read(text: string | null, format: 'csv' | 'tsv'): ReadResult {
  if (text === null) return { ok: false, why: 'It is no UTF-8 text.' };
  const found = readTable(text, format);
  if (!found.ok) return found;
  const { columns, rows, problems } = found.table;
  const names = columns.map((column) => column.trim().toLowerCase());
  const indexOf = (column: Column) =>
    [column, ...(OTHER_NAMES[column] ?? [])].map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
  const indexes = new Map(COLUMNS.map((column) => [column, indexOf(column)]));
  if (indexOf('quote') < 0) return { ok: false, why: 'No column of it is called “quote”.' };
  const losses = new Losses();
  for (const { line, message } of problems) losses.add('row', `Line ${line}: ${message}`);
  // Rows of one text and version are one document.
  const documents = new Map<string, ExchangeDocument & { readonly spans: ExchangeSpan[] }>();
  for (const { line, cells } of rows) {
    const cell = (column: Column) => withoutApostrophe(textIn(cells[indexes.get(column) ?? -1])) || null;
    const span = spanOf(cell);
    if (span.quote === '') {
      if (cells.some((one) => one.length > 0)) losses.add('row', `Line ${line} has no quote.`);
      continue;
    }
    const [file, version] = [cell('file'), cell('version')];
    const key = `${file ?? ''}\0${version ?? ''}`;
    const document = documents.get(key) ?? { ...NO_DOCUMENT, file, version, spans: [] };
    document.spans.push(span);
    documents.set(key, document);
  }
  return { ok: true, reading: { documents: [...documents.values()], tags: [], skipped: losses.all } };
}

function textIn(cell: Cell = ''): string {
  return typeof cell === 'string' ? cell : cell.join('; ');
}

function spanOf(cell: (column: Column) => string | null): ExchangeSpan {
  const number = (column: Column) => (/^\d{1,15}$/.test(cell(column) ?? '') ? Number(cell(column)) : null);
  const [start, end] = [number('start'), number('end')];
  return {
    ...NO_SPAN,
    ...{ id: cell('id'), post: namedPost(cell('post')), place: start === null || end === null ? null : { start, end } },
    ...{ quote: cell('quote') ?? '', before: cell('before'), after: cell('after'), copy: cell('copy') },
    ...{ tags: listOf(cell('tags') ?? ''), entity: cell('entity'), not: cell('not'), scope: cell('scope') },
    ...{ note: cell('note'), by: cell('by'), on: cell('on'), computed: cell('state') === 'computed' },
  };
}
