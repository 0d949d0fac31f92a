import * as vscode from 'vscode';
import { isGlossFile } from '../../core/entities';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archives } from '../archive/archives';

/**
 * Takes the sidecar along when a text is renamed or moved in the editor, as a part of the same step, so that one Undo takes back both.
 * A sidecar that already has the new name is not overwritten. The sidecar of a deleted text stays, and is reported as a problem.
 */
export function registerSourceRenames(archives: Archives): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    const renamed = event.files.filter(({ oldUri }) => archives.archiveOf(oldUri) && !isGlossFile(oldUri.path));
    if (renamed.length > 0) event.waitUntil(withSidecars(renamed));
  });
}

async function withSidecars(files: vscode.FileWillRenameEvent['files']): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
    // A renamed folder takes the sidecars in it along, and has no sidecar of its own.
    if (!(await exists(from)) || (await exists(to))) continue;
    edit.renameFile(from, to, { overwrite: false });
  }
  return edit;
}

function sidecarOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path + SIDECAR_SUFFIX });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
