import * as vscode from 'vscode';
import type { Archives, TextInArchive } from './archives';
import { say } from '../ui/say';

/** The text of the active editor; null after telling the person why there is none. */
export async function activeText(archives: Archives): Promise<(TextInArchive & { editor: vscode.TextEditor }) | null> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    say('Open a text of the archive first.');
    return null;
  }
  const found = await archives.read(editor.document);
  if (found) return { ...found, editor };
  say(whyNot(archives, editor.document));
  return null;
}

function whyNot(archives: Archives, document: vscode.TextDocument): string {
  if (document.isUntitled) return 'This text is not saved yet. Save it in the folder of an archive first.';
  if (!vscode.workspace.workspaceFolders?.length) return 'No folder is open. Open the folder that holds the archive.';
  const archive = archives.archiveOf(document.uri);
  if (!archive) return 'This file is in no archive. Set one up with “Postgloss: Set Up Archive in This Folder”.';
  return 'This file is none of the archive’s texts. Name it in postgloss.yaml, under “archives:”.';
}
