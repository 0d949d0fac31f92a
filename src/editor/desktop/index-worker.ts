import { parentPort } from 'node:worker_threads';
import { serveIndex } from '../../core/index';

// The thread that indexes texts, on a desktop or a server: a bundle of its own, started by `index-port.ts`.
parentPort?.on(
  'message',
  serveIndex((answer, buffers) => parentPort?.postMessage(answer, buffers)),
);
