import type { Result } from '../../core/result';
import * as vscode from 'vscode';
import { takeBack } from '../../core/decide';
import type { FileEdit } from '../../core/decision';
import { explainFailure } from '../ui/explain-failure';
import { openDocument } from './host';
import type { Platform } from './platform';
import { mergeEdit } from './merge-edit';
import { pathName } from '../ui/inert';

/** The result of saving: the edits as they were made to the files at that moment; or why nothing was saved, as a sentence. */
export type Saved<T> = Result<{ readonly saved: T }>;

/** Writes several gloss files below the root of their archive. If one fails, the files that were written are put back where possible. */
export async function saveEdits(
  root: vscode.Uri,
  edits: readonly FileEdit[],
  platform: Platform,
): Promise<Saved<readonly FileEdit[]>> {
  const saved: FileEdit[] = [];
  for (const edit of edits) {
    const result = await saveEdit(root, edit, platform);
    if (result.ok) saved.push(result.saved);
    else return { ok: false, why: [result.why, ...(await takeAllBack(root, saved, platform))].join(' ') };
  }
  return { ok: true, saved };
}

/** Writes one gloss file, and keeps changes that others made meanwhile. After a failure the file is as it was. */
export async function saveEdit(root: vscode.Uri, edit: FileEdit, platform: Platform): Promise<Saved<FileEdit>> {
  const uri = vscode.Uri.joinPath(root, edit.path);
  const open = openDocument(uri);
  if (open?.isDirty) return changeDocument(open, edit);
  let why = '';
  try {
    const changed = await platform.changeText(uri, root, (now) => {
      const merged = mergeEdit(edit, now);
      if (merged.ok) return merged.text;
      why = merged.why;
      return null;
    });
    return changed ? { ok: true, saved: { path: edit.path, ...changed } } : { ok: false, why };
  } catch (error) {
    why = `${pathName(edit.path)} could not be saved: ${explainFailure(error)} Nothing was lost, and nothing was changed.`;
    return { ok: false, why };
  }
}

/** Edits a document with unsaved changes in its editor, instead of overwriting the file behind its back. The person saves it. */
async function changeDocument(document: vscode.TextDocument, edit: FileEdit): Promise<Saved<FileEdit>> {
  const before = document.getText();
  const merged = mergeEdit(edit, before);
  if (!merged.ok) return merged;
  const after = merged.text;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - end));
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, after.slice(start, after.length - end));
  if (await vscode.workspace.applyEdit(change)) return { ok: true, saved: { path: edit.path, before, after } };
  return {
    ok: false,
    why: `${pathName(edit.path)} has unsaved changes, and its editor refused this one. Save it, then try again.`,
  };
}

/** Takes back the edits that the same decision has written already, the last first. Answers sentences for the person about it. */
async function takeAllBack(root: vscode.Uri, saved: readonly FileEdit[], platform: Platform): Promise<string[]> {
  const stuck: string[] = [];
  for (const edit of saved.toReversed())
    if (!(await takeOneBack(root, edit, platform))) stuck.push(pathName(edit.path));
  if (saved.length === 0) return [];
  if (stuck.length > 0)
    return [`The changes already written to ${stuck.join(' and ')} could not be taken back and are still there.`];
  return [`So ${saved.map(({ path }) => pathName(path)).join(' and ')} was put back as it was.`];
}

async function takeOneBack(root: vscode.Uri, edit: FileEdit, platform: Platform): Promise<boolean> {
  if (edit.before === null) return removeCreated(root, edit);
  const back = takeBack([edit], () => edit.after);
  if (!back.ok) return false;
  for (const undo of back.edits) if (!(await saveEdit(root, undo, platform)).ok) return false;
  return true;
}

/** Deletes a file that was created a moment ago, unless others have changed it since. Answers whether it is deleted. */
async function removeCreated(root: vscode.Uri, { path, after }: FileEdit): Promise<boolean> {
  const uri = vscode.Uri.joinPath(root, path);
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    if (text === after) await vscode.workspace.fs.delete(uri);
    return text === after;
  } catch {
    return false;
  }
}
