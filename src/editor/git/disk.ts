import * as vscode from 'vscode';
import { decodeText } from '../../core/text';
import type { Repository } from './repository';

/** The text of a file as it is on the disk, by its path from the top of the repository; null when there is none. */
export async function readText({ top }: Repository, path: string): Promise<string | null> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(vscode.Uri.file(top), path)));
  } catch {
    return null;
  }
}

/** Whether a file or folder is there, relative to a folder. */
export async function isThere(folder: vscode.Uri, name: string): Promise<boolean> {
  return vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name)).then(
    () => true,
    () => false,
  );
}
