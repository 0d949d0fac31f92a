import * as vscode from 'vscode';
import { decodeText, type FileEdit } from '../core/index';
import { openDocument } from './host';
import type { Platform } from './platform';

/** Writes one of our own files, below the root of its archive. Answers null when it is done, else why not, as a sentence; the file then is as it was. */
export async function saveEdit(root: vscode.Uri, edit: FileEdit, platform: Platform): Promise<string | null> {
  const uri = vscode.Uri.joinPath(root, edit.path);
  const open = openDocument(uri);
  if (open?.isDirty) return changeDocument(open, edit);
  try {
    const now = await readText(uri);
    if (now !== edit.before)
      return `${edit.path} was changed by somebody else in this moment. Nothing was written; try again.`;
    const bom = (await startsWithMark(uri)) ? '\ufeff' : '';
    await platform.writeFile(uri, new TextEncoder().encode(bom + edit.after), root);
    return null;
  } catch (error) {
    return `${edit.path} could not be saved: ${explain(error)} Nothing was lost, and nothing was changed.`;
  }
}

/** An editor with unsaved changes is edited, not overwritten behind its back; saving stays with the person who types in it. */
async function changeDocument(
  document: vscode.TextDocument,
  { path, before, after }: FileEdit,
): Promise<string | null> {
  const text = document.getText();
  if (text !== before) return `${path} is being edited in this moment. Nothing was written; try again.`;
  let start = 0;
  while (start < text.length && text[start] === after[start]) start++;
  let end = 0;
  while (end < text.length - start && end < after.length - start && text.at(-1 - end) === after.at(-1 - end)) end++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(text.length - end));
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, after.slice(start, after.length - end));
  return (await vscode.workspace.applyEdit(change)) ? null : `The open editor of ${path} did not take the change.`;
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    // What is no text is not nothing: it is there, differs from all that was read, and is not overwritten.
    return decodeText(await vscode.workspace.fs.readFile(uri)) ?? '\0';
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

async function startsWithMark(uri: vscode.Uri): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  } catch {
    return false;
  }
}

/** What went wrong, in words for the person whose disk it is. */
function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'the disk is full.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'NoPermissions':
      return 'the folder or the file is read-only.';
    case 'EBUSY':
      return 'another program keeps the file busy.';
    default:
      return error instanceof Error ? `${error.message}.` : 'for an unknown reason.';
  }
}
