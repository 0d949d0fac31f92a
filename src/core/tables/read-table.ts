import type { Result } from '../result';
import { findDelimiter, readDelimited } from './read-delimited';
import { readGazetteer } from './read-gazetteer';
import { readJsonLines } from './read-json-lines';
import { ENTITY_LIMITS, type Cell, type Table, type TableFormat } from './table';

/** A table, or a refusal. */
export type TableRead = Result<{ readonly table: Table }>;

/** Reads a table. Never throws. The first row names the columns, except in JSON Lines, where keys do. */
export function readTable(text: string, format: TableFormat, { length, rows } = ENTITY_LIMITS): TableRead {
  if (text.length > length) {
    return { ok: false, why: `The file is larger than ${length / 1024 / 1024} million characters. Split it.` };
  }
  const table =
    format === 'jsonl' ? readJsonLines(text, rows) : format === 'lst' ? readGazetteer(text) : tableOf(text, format);
  if (table.rows.length > rows) return { ok: false, why: `The file has more than ${rows} rows. Split it.` };
  if (table.rows.length > 0) return { ok: true, table };
  const [problem] = table.problems;
  return { ok: false, why: problem ? `Line ${problem.line}: ${problem.message}` : 'The file has no rows.' };
}

/** The same table with its heading read as the first row: the columns are then numbered. */
export function withoutHeading({ columns, rows, problems }: Table): Table {
  const first = { line: 1, cells: columns };
  return { columns: columns.map((_, i) => `Column ${i + 1}`), rows: [first, ...rows], problems };
}

function tableOf(text: string, format: 'csv' | 'tsv'): Table {
  // Spreadsheets tell in a first line of its own what stands between the cells.
  const told = /^sep=([,;\t|])(?=[\r\n])/i.exec(text);
  const delimiter = told?.[1] ?? (format === 'tsv' ? '\t' : findDelimiter(text));
  const { rows, problems } = readDelimited(told ? text.slice(told[0].length) : text, delimiter);
  const [heading, ...others] = rows;
  return { columns: heading?.cells.map(textOf) ?? [], rows: others, problems };
}

function textOf(cell: Cell): string {
  return (typeof cell === 'string' ? cell : cell.join(' ')).trim();
}
