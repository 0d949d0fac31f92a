export { describeReport } from './describe-report';
export { IMPORT_FORMATS } from './formats';
export type { ImportFormat } from './formats';
export { Importer } from './importer';
export type { ImportedFile } from './importer';
export { readHead } from './post-file';
export type { WrittenHead } from './post-file';
export type { ImportReport } from './tally';
