import * as vscode from 'vscode';
import type { Port } from '../../core/indexing';
import type { MakesWorkers } from './worker-scope';

/**
 * Starts the thread that indexes texts; null where the browser cannot start one. The script goes through a blob, because a worker's
 * script must have the origin of the page, and the extension may come from another.
 */
export async function openIndexPort(extension: vscode.Uri): Promise<Port | null> {
  const { Worker } = globalThis as unknown as MakesWorkers;
  if (!Worker) return null;
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'index-worker.js'));
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return {
    readsFiles: false,
    post: (message, transfer) => worker.postMessage(message, transfer),
    onAnswer: (listener) => (worker.onmessage = ({ data }) => listener(data)),
    onGone: (listener) => (worker.onerror = listener),
    close() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
