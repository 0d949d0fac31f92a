export { annotate, changeStatement, createAlias, createEntity, createTag, removeAnnotations } from './annotate';
export { trimSpan } from './annotate';
export type { Signature, Statement } from './annotate';
export { findArchives, offersOf, setUpArchive } from './set-up-archive';
export type { FoundArchive } from './set-up-archive';
export { takeBack } from './take-back';
