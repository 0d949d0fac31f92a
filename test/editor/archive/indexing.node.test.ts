import * as vscode from 'vscode';
import { openIndexPort } from '../../../src/editor/desktop/index-port';
import { indexesInAnotherThread } from '../support/indexing';

describe('the thread that indexes texts, on a desktop', () => {
  it('starts from the built extension, answers, and ends', () =>
    indexesInAnotherThread((extension) => openIndexPort(vscode.Uri.joinPath(extension, 'dist').fsPath)));
});
