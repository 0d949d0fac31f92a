import * as vscode from 'vscode';
import type { Archive } from '../archive';
import type { Archives } from '../archives';

/** The archive that the active editor shows a file of, else the only one; of several the person chooses. Null after saying why none is. */
export async function currentArchive(archives: Archives, title: string): Promise<Archive | null> {
  const { all } = archives;
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active ? archives.archiveOf(active) : null;
  if (here || all.length === 1) return here ?? all[0] ?? null;
  if (all.length === 0) {
    void vscode.window.showInformationMessage(
      'No archive is open. Set one up with “Postgloss: Set Up Archive in This Folder”.',
    );
    return null;
  }
  const items = all.map((archive) => ({ label: archive.name, description: archive.root.fsPath, archive }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which archive?' }))?.archive ?? null;
}
