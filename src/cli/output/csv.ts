import { writeCell } from '../../core/tables';

/** A value of a cell. The members of a list stand in one cell, between semicolons. */
export type Cell = string | number | boolean | null | readonly string[];

/** Rows as CSV (RFC 4180, with line feeds): the names of the columns, then a line for each row. What is null is an empty cell. See `writeCell`. */
export function csvText(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)).join(','));
  return [columns.join(','), ...lines].map((line) => `${line}\n`).join('');
}

function textOf(cell: Exclude<Cell, null>): string {
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}

function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : writeCell(cell === null ? '' : textOf(cell), ',');
}
