export { Annotator } from './annotator';
export type { Changed } from './annotator';
export { ArchiveText } from './archive-text';
export { lookBack } from './look-back';
export type { ReadingProgress } from './reading-progress';
export type { StraySidecar } from './surroundings';
