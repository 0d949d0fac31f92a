/** How a list of entities is written down. `csv` has commas, or semicolons as some programs write them. */
export type TableFormat = 'csv' | 'tsv' | 'jsonl';
export const TABLE_FORMATS: readonly TableFormat[] = ['csv', 'tsv', 'jsonl'];

/** What stands in one cell: a text, or where the format has lists, the texts of one. */
export type Cell = string | readonly string[];

/** One row of a table. */
export interface TableRow {
  /** The 1-based line of the file on which it begins. */
  readonly line: number;
  /** In the order of the columns; a row may be too short. */
  readonly cells: readonly Cell[];
}

/** A table as it was read, of which nothing is understood yet. */
export interface Table {
  /** What the columns are called; made from the first row where the format has no names of its own. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** What could not be read, in words. */
  readonly problems: readonly ImportProblem[];
}

/** Something that a person should know about a row. */
export interface ImportProblem {
  /** 1-based. */
  readonly line: number;
  /** A sentence. Text from the file is quoted in it. */
  readonly message: string;
}

/** The largest table that is read, in UTF-16 code units, and in rows. */
export const MAX_TABLE_LENGTH = 16 * 1024 * 1024;
export const MAX_ROWS = 100_000;

/** The format that a file's name tells; null where it tells none. */
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
]);
