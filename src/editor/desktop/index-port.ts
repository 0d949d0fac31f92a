import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Port } from '../../core/indexing';

/**
 * Starts a thread that indexes texts.
 *
 * @param folder where the extension's bundles are
 * @param root the folder of the archive on a disk, from which the thread reads; null if the bytes of files are sent to the thread
 */
export function openIndexPort(folder: string, root: string | null = null): Promise<Port> {
  // No options of this process are handed on: some, such as to wait for a debugger or to load a module first, are not meant for the thread.
  const options = { name: 'Postgloss index', workerData: root, execArgv: [] };
  const worker = new Worker(join(folder, 'index-worker.cjs'), options);
  // The thread only answers questions, so the editor may end without waiting for it.
  worker.unref();
  return Promise.resolve({
    readsFiles: root !== null,
    post: (message, transfer) => worker.postMessage(message, transfer),
    onAnswer: (listener) => void worker.on('message', listener),
    onGone(listener) {
      // `exit` follows an error too. Without a listener, the error would be thrown in the extension host.
      worker.on('error', () => undefined);
      worker.on('exit', listener);
    },
    close: () => void worker.terminate(),
  });
}
