import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Port } from '../../core/indexing';

/**
 * Starts a thread that indexes texts.
 *
 * @param folder where the extension's bundles are
 * @param root the folder of the archive on a disk, from which the thread reads; null where files are to be handed to it
 */
export function openIndexPort(folder: string, root: string | null = null): Promise<Port> {
  // Without the options of the process that it is in: what was asked of that, as to be debugged, or to load something first, is not for it.
  const options = { name: 'Postgloss index', workerData: root, execArgv: [] };
  const worker = new Worker(join(folder, 'index-worker.cjs'), options);
  // It only ever answers, so that nothing is lost when the editor ends before it.
  worker.unref();
  return Promise.resolve({
    readsFiles: root !== null,
    post: (message, transfer) => worker.postMessage(message, transfer),
    onAnswer: (listener) => void worker.on('message', listener),
    onGone(listener) {
      // An error ends the worker, and is followed by the end. It must be listened to, as it would otherwise be one of the host's.
      worker.on('error', () => undefined);
      worker.on('exit', listener);
    },
    close: () => void worker.terminate(),
  });
}
