export { readTable, withoutHeading } from './read-table';
export { ENTITY_LIMITS, TABLE_FORMATS, formatOfName } from './table';
export { writeCell } from './write-cell';
export type { RowProblem, Table, TableFormat } from './table';
