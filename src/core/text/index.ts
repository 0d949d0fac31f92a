export type { TextChange } from './change';
export { contextOf, shortened } from './excerpt';
export { NAME_TOLERANCE, fuzzySearch } from './fuzzy';
export { decodeText, indexLines } from './lines';
export type { LineIndex } from './lines';
export { byPlace, contains, overlaps } from './span';
export type { Span } from './span';
export { quoted, visible } from './visible';
export { wordSearch } from './word-search';
