import * as vscode from 'vscode';
import type { Archive } from './archive';
import type { Archives } from './archives';
import { choose } from '../ui/pick';
import { say } from '../ui/say';

/**
 * The archive of the file in the active editor, else the only archive of the window, else the one that the person chooses. Null after
 * telling why there is none, or when the person turned away.
 */
export async function currentArchive(archives: Archives, title: string): Promise<Archive | null> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active ? archives.archiveOf(active) : null;
  const [first, ...others] = archives.all;
  if (!first) {
    say('No archive is open. Set one up with “Postgloss: Set Up Archive in This Folder”.');
    return null;
  }
  if (here || others.length === 0) return here ?? first;
  const items = archives.all.map((archive) => ({
    label: archive.name,
    description: archive.root.fsPath,
    archive,
  }));
  return (await choose(items, { title, placeHolder: 'In which archive?' }))?.archive ?? null;
}
