export { unanswerable } from './notices';
export { concordance, search } from './search';
export type { FoundPlace, SearchResults } from './search';
export type { FoundEntity } from './tally';
