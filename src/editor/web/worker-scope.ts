import type { Answer, Request } from '../../core/indexing';

// The part of a browser's workers that is used here. The project is compiled without a browser's types, as most of it runs elsewhere.

/** The global object of a worker. */
export interface WorkerScope {
  postMessage(message: Answer, transfer: ArrayBuffer[]): void;
  onmessage: (event: { readonly data: Request }) => void;
}

/** A worker as seen by the code that started it. */
export interface BrowserWorker {
  postMessage(message: Request, transfer: ArrayBuffer[]): void;
  onmessage: (event: { readonly data: Answer }) => void;
  onerror: () => void;
  terminate(): void;
}

/** A global object that may have the constructor of workers; some browsers have none inside a worker. */
export interface MakesWorkers {
  readonly Worker?: new (url: string) => BrowserWorker;
}
