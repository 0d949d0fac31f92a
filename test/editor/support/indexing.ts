import * as vscode from 'vscode';
import type { Answer, Port } from '../../../src/core/indexing';
import { deepEqual, equal, ok } from './assert';

/** Starts a worker as the extension does, asks it for the index of a text, and ends it. */
export async function indexesInAnotherThread(open: (extension: vscode.Uri) => Promise<Port | null>): Promise<void> {
  const extension = vscode.extensions.getExtension('postgloss.postgloss');
  ok(extension);
  const port = await open(extension.extensionUri);
  ok(port, 'A worker can be started');
  const answer = await new Promise<Answer>((resolve, reject) => {
    port.onAnswer(resolve);
    port.onGone(() => reject(new Error('The worker is gone.')));
    const numbers = { ends: Int32Array.of(5, 14), entities: Int32Array.of(0, 1), folds: Uint8Array.of(0, 1) };
    port.post({ kind: 'forms', text: 'BasraMara Lind', ...numbers }, []);
    const text = 'Rain\n\nover Basra.';
    port.post({ kind: 'index', id: 7, path: 'a.txt', text, format: 'plain', mentionsOnly: false }, []);
  });
  ok(answer.kind === 'index');
  equal(answer.id, 7);
  const { mentions, lines, numbers } = answer.index;
  deepEqual([mentions, lines], [1, 3]);
  // A mention, three lines, and of one post the span, the header and the body; it has neither title nor date, source or author.
  const post = [0, 17, 0, 0, 0, 17, -1, -1, -1, -1, -1, -1, -1, -1];
  deepEqual([...numbers], [11, 16, 0, 0, 5, 6, 4, 5, 17, -1, -1, ...post]);
  port.close();
}
