/** Finds the mentions of known names in a text. The rules, and the way of a text through these files: README.md. */
export { createMatcher, type Form } from './create-matcher';
export type { Matcher } from './matcher';
export type { Mentions } from './mentions';
export { type Edit, updateMentions } from './update';
