import { readTable } from '../../registry-import/read-table';
import { textOf, type Format } from '../format';
import { Losses } from '../losses';
import { NO_DOCUMENT, NO_SPAN, type ExchangeDocument, type ExchangeSpan } from '../model';

/** The table that Recogito 2 exports. It has the start of each passage, in UTF-16 code units of the file. */
export const RECOGITO: Format = {
  ...{ name: 'recogito', usedBy: 'the CSV of Recogito 2', shape: 'file', ending: 'csv' },
  ...{ per: 'file', mentions: 'none', quotesOnly: true, dialects: [], write: null },
  holds: () => [],
  read(files) {
    const read = readTable(textOf(files, '') ?? '', 'csv');
    if (!read.ok) return read;
    const { columns, rows } = read.table;
    const indexes = new Map(columns.map((column, i) => [column.trim().toUpperCase(), i]));
    if (!indexes.has('QUOTE_TRANSCRIPTION'))
      return { ok: false, why: 'It has no column QUOTE_TRANSCRIPTION, as the tables of Recogito have.' };
    const losses = new Losses();
    const documents = new Map<string, ExchangeDocument & { readonly spans: ExchangeSpan[] }>();
    for (const { cells } of rows) {
      const cell = (column: string) => {
        const value = cells[indexes.get(column) ?? -1];
        return typeof value === 'string' && value !== '' ? value : null;
      };
      const quote = cell('QUOTE_TRANSCRIPTION') ?? '';
      const start = /^char-offset:(\d{1,12})$/.exec(cell('ANCHOR') ?? '')?.[1];
      if (quote === '') {
        losses.add('row', 'It marks no text.');
        continue;
      }
      const place = start === undefined ? null : { start: Number(start), end: Number(start) + quote.length };
      const tags = (cell('TAGS') ?? '')
        .split(/[|;,]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '');
      const type = cell('TYPE')?.toLowerCase() ?? null;
      const span = {
        ...NO_SPAN,
        quote,
        place,
        tags: tags.length > 0 || type === null ? tags : [type],
        note: cell('COMMENTS'),
      };
      const name = (cell('FILE') ?? '').replace(/\.[^.]*$/, '');
      const document = documents.get(name) ?? { ...NO_DOCUMENT, name: name || null, spans: [] };
      document.spans.push(span);
      documents.set(name, document);
    }
    return { ok: true, reading: { documents: [...documents.values()], tags: [], skipped: losses.all } };
  },
};
