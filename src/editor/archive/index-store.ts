import * as vscode from 'vscode';
import { contentHash, type IndexStore } from '../../core/indexing';

/**
 * Keeps the index of an archive in the editor's storage for this workspace; null where there is no storage. An index that cannot be read
 * counts as missing, and one that cannot be written is dropped: an index can always be made again.
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
