import * as vscode from 'vscode';
import type { IndexAnswer, Port } from '../../../src/core/index';
import { deepEqual, equal, ok } from './assert';

/** Starts a worker as the extension does, asks it for the index of a text, and ends it. */
export async function indexesInAnotherThread(open: (extension: vscode.Uri) => Promise<Port | null>): Promise<void> {
  const extension = vscode.extensions.getExtension('postgloss.postgloss');
  ok(extension);
  const port = await open(extension.extensionUri);
  ok(port, 'A worker can be started');
  const { id, index } = await new Promise<IndexAnswer>((resolve, reject) => {
    port.onAnswer(resolve);
    port.onGone(() => reject(new Error('The worker is gone.')));
    port.post({ kind: 'forms', texts: ['Basra', 'Mara Lind'], entities: Int32Array.of(0, 1) });
    const text = 'Rain\n\nover Basra.';
    port.post({ kind: 'index', id: 7, path: 'a.txt', text, format: 'plain', mentionsOnly: false });
  });
  equal(id, 7);
  deepEqual([index.mentions, index.lines, index.posts?.posts.length], [1, 3, 1]);
  deepEqual([...index.numbers], [11, 16, 0, 0, 5, 6, 4, 5, 17]);
  port.close();
}
