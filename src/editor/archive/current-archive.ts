import * as vscode from 'vscode';
import type { Archive } from './archive';
import type { Archives } from './archives';
import { iconless } from '../ui/words';

/** The archive that the active editor shows a file of, else the only one; of several the person chooses. Null after saying why none is. */
export async function currentArchive(archives: Archives, title: string): Promise<Archive | null> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active ? archives.archiveOf(active) : null;
  const [first, ...others] = archives.all;
  if (!first) {
    void vscode.window.showInformationMessage(
      'No archive is open. Set one up with “Postgloss: Set Up Archive in This Folder”.',
    );
    return null;
  }
  if (here || others.length === 0) return here ?? first;
  const items = archives.all.map((archive) => ({
    label: iconless(archive.name),
    description: iconless(archive.root.fsPath),
    archive,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'In which archive?' }))?.archive ?? null;
}
