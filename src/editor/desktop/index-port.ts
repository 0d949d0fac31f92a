import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Port } from '../../core/index';

/**
 * Starts the thread that indexes texts.
 *
 * @param folder where the extension's bundles are
 */
export function openIndexPort(folder: string): Promise<Port> {
  const worker = new Worker(join(folder, 'index-worker.cjs'), { name: 'Postgloss index' });
  // It only ever answers, so that nothing is lost when the editor ends before it.
  worker.unref();
  return Promise.resolve({
    post: (message) => worker.postMessage(message),
    onAnswer: (listener) => void worker.on('message', listener),
    onGone(listener) {
      // An error ends the worker, and is followed by the end. It must be listened to, as it would otherwise be one of the host's.
      worker.on('error', () => undefined);
      worker.on('exit', listener);
    },
    close: () => void worker.terminate(),
  });
}
