export { OpenArchive } from './open-archive';
export type { Changed } from './open-archive';
export { ArchiveText } from './archive-text';
export { lookBack } from './look-back';
export type { ReadingProgress } from './reading-progress';
export type { StraySidecar } from './surroundings';
export { warmUp } from './warm-up';
