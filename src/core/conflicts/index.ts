export type { Conflict, ConflictField, ConflictedFile, Solution, Stages } from './conflict';
export { conflictOf } from './conflict-of';
export { hasMarkers } from './markers';
export { readConflicts } from './read-conflicts';
export { decideConflicts } from './decide-conflicts';
