import { parentPort, workerData } from 'node:worker_threads';
import { serveIndex } from '../../core/indexing';
import { readContent, sharedMemory } from '../../node/direct-files';

// A thread that indexes texts, on a desktop or a server: a bundle of its own, started by `index-port.ts` with the archive's folder.
const root = workerData as string | null;
const memory = sharedMemory();
parentPort?.on(
  'message',
  serveIndex(
    (answer, buffers) => parentPort?.postMessage(answer, buffers),
    (path) => (root === null ? null : readContent(root, path, memory)),
  ),
);
