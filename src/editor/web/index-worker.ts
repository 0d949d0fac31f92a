import { serveIndex } from '../../core/indexing';
import type { WorkerScope } from './worker-scope';

// The thread that indexes texts, in a browser: a bundle of its own, started by `index-port.ts`.
const scope = globalThis as unknown as WorkerScope;
const serve = serveIndex((answer, buffers) => scope.postMessage(answer, buffers));
scope.onmessage = ({ data }) => serve(data);
