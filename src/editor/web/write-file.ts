import * as vscode from 'vscode';

/** Writes through the editor's file system, for folders that are on no disk. It gives no guarantee beyond what its provider gives. */
export async function writeThroughEditor(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw Object.assign(new Error('The folder is read-only'), { code: 'EROFS' });
  }
  await vscode.workspace.fs.writeFile(uri, bytes);
}
