export type { Choice, Conflict, ConflictField, ConflictedFile, Stages } from './conflict';
export { conflictOf } from './conflict-of';
export { hasMarkers } from './markers';
export { readConflicts } from './read-conflicts';
export { decideConflicts } from './settle-conflicts';
