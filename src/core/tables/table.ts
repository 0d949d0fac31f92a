/**
 * The format of a table. `csv` has commas, or semicolons as some programs write them; `lst` is a list of names, one a line, as
 * the gazetteers of GATE have it.
 */
export type TableFormat = 'csv' | 'tsv' | 'jsonl' | 'lst';
export const TABLE_FORMATS: readonly TableFormat[] = ['csv', 'tsv', 'jsonl', 'lst'];

/** The content of a cell: a text, or in JSON Lines a list of texts. */
export type Cell = string | readonly string[];

/** One row of a table. */
export interface TableRow {
  /** The 1-based line of the file on which it begins. */
  readonly line: number;
  /** In the order of the columns; a row may have fewer. */
  readonly cells: readonly Cell[];
}

/** A table as it was read, before its columns are mapped. */
export interface Table {
  /** The names of the columns. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** The lines that could not be read. */
  readonly problems: readonly RowProblem[];
}

/** A problem in a row, for a person. */
export interface RowProblem {
  /** 1-based. */
  readonly line: number;
  /** A sentence. Text from the file is quoted in it. */
  readonly message: string;
}

/** The largest table of a kind that is read: its length in UTF-16 code units, and its rows. */
export interface TableLimits {
  readonly length: number;
  readonly rows: number;
}
/** The largest table of entities. */
export const ENTITY_LIMITS: TableLimits = { length: 16 * 1024 * 1024, rows: 100_000 };
/** The largest table of posts, which are longer. */
export const POST_LIMITS: TableLimits = { length: 64 * 1024 * 1024, rows: 1_000_000 };
/** The most columns of JSON Lines, of which each row has a cell. */
export const MAX_COLUMNS = 200;

/** The format by the ending of a file's name; null where it is another one. */
export function formatOfName(path: string): TableFormat | null {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return FORMAT_OF.get(ending) ?? null;
}

const FORMAT_OF = new Map<string, TableFormat>([
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['lst', 'lst'],
]);
