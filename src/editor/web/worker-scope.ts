import type { Answer, Request } from '../../core/indexing';

// The part of a browser's workers that is used here. The project is compiled without a browser's types, as most of it runs elsewhere.

/** What a worker sees as its global object. */
export interface WorkerScope {
  postMessage(message: Answer, transfer: ArrayBuffer[]): void;
  onmessage: (event: { readonly data: Request }) => void;
}

/** A worker, as the one who started it sees it. */
export interface BrowserWorker {
  postMessage(message: Request, transfer: ArrayBuffer[]): void;
  onmessage: (event: { readonly data: Answer }) => void;
  onerror: () => void;
  terminate(): void;
}

/** What makes workers; missing where a worker may start no other one. */
export interface MakesWorkers {
  readonly Worker?: new (url: string) => BrowserWorker;
}
