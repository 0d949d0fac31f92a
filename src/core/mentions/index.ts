export { NO_LEXICON, createLexicon } from './lexicon';
export type { Lexicon } from './lexicon';
export type { Mention } from './mention';
