export { contentHash } from './content-hash';
export type { FileMark } from './file-mark';
export type { FileContent } from './file-reading';
export type { IndexStore } from './index-cache';
export type { Indexer } from './indexer';
export type { Answer, Port, Request } from './messages';
export { serveIndex } from './serve-index';
export { SharedIndexer } from './shared-indexer';
export { WorkerIndexer } from './worker-indexer';
