import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Port } from '../../core/indexing';

/**
 * Starts a thread that indexes texts.
 *
 * @param folder the folder of the extension's bundles
 * @param root the folder of the archive on a disk, from which the thread reads; null where the caller hands it the files
 */
export function openIndexPort(folder: string, root: string | null = null): Promise<Port> {
  // `execArgv` is empty, because options of the extension host, such as a debugger or preloaded modules, are not meant for the thread.
  const options = { name: 'Postgloss index', workerData: root, execArgv: [] };
  const worker = new Worker(join(folder, 'index-worker.cjs'), options);
  // The thread writes nothing, so the process may end without waiting for it.
  worker.unref();
  return Promise.resolve({
    readsFiles: root !== null,
    post: (message, transfer) => worker.postMessage(message, transfer),
    onAnswer: (listener) => void worker.on('message', listener),
    onGone(listener) {
      // An error ends the worker, and `exit` follows. Without a listener the error would be thrown in the extension host.
      worker.on('error', () => undefined);
      worker.on('exit', listener);
    },
    close: () => void worker.terminate(),
  });
}
