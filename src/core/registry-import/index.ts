export { meaningsOf } from './columns';
export type { ColumnMeaning } from './columns';
export { decideImport, previewImport } from './decide-import';
export type { ImportPreview } from './decide-import';
export { describeImport, summarizeImport } from './describe-import';
export type { ImportPlan } from './plan-import';
export { readEntries } from './read-entries';
export type { ImportEntry } from './read-entries';
