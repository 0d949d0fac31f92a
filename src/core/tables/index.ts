export { readTable, withoutHeading } from './read-table';
export { ENTITY_LIMITS, TABLE_FORMATS, formatOfName } from './table';
export type { RowProblem, Table, TableFormat } from './table';
