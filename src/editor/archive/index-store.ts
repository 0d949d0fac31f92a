import * as vscode from 'vscode';
import { contentHash, type IndexStore } from '../../core/indexing';

/**
 * Keeps the index of an archive among the files that the editor sets aside for the extension in this workspace; null where there is no
 * such place. What cannot be read or written is not there: an index can always be made again.
 */
export function indexStore(storage: vscode.Uri | undefined, root: vscode.Uri): IndexStore | null {
  if (!storage) return null;
  const file = vscode.Uri.joinPath(storage, 'index', `${contentHash(root.toString())}.bin`);
  return {
    load: async () => {
      try {
        return await vscode.workspace.fs.readFile(file);
      } catch {
        return null;
      }
    },
    save: async (bytes) => {
      try {
        await vscode.workspace.fs.writeFile(file, bytes);
      } catch {
        // A full or read-only disk costs time at the next opening, and nothing else.
      }
    },
  };
}
