export { findRivals, withAttributes } from './attributes';
export type { AttributesFile } from './attributes';
export { mergeTexts } from './merge-texts';
export type { Merged } from './merge-texts';
export { textIn } from './model';
export type { MergeFields, Value as MergeValue } from './model';
