export { readTable, withoutHeading } from './read-table';
export { MAX_TABLE_LENGTH, TABLE_FORMATS, formatOfName } from './table';
export type { RowProblem, Table, TableFormat } from './table';
