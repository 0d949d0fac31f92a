export { parseQuery } from './parse-query';
export type { Query } from './query';
