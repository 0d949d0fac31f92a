import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import { REGISTRY_FILE } from '../../core/entities';
import { textEdits } from '../../core/identities';
import { indexLines } from '../../core/text';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';

/**
 * What a change comes to, as an edit of the workbench: no more of each file than differs. Its refactor preview groups it by file or by
 * what is edited, and lets a person untick parts of it.
 *
 * @param asks whether the preview opens in any case, and not only when the person asks for it
 */
export function toWorkspaceEdit(
  archive: Archive,
  edits: readonly FileEdit[],
  label: string,
  asks: boolean,
): vscode.WorkspaceEdit {
  const all = new vscode.WorkspaceEdit();
  if (asks) openPreview(all, archive, label);
  for (const { path, before, after } of edits) {
    const uri = archive.uriOf(path);
    const part = path === REGISTRY_FILE ? 'registry' : 'annotations';
    const metadata = { label: `${label}: ${part}`, needsConfirmation: false };
    if (before === null) {
      all.createFile(uri, { contents: new TextEncoder().encode(after) }, metadata);
      continue;
    }
    const lines = indexLines(before);
    for (const { span, text } of textEdits(before, after)) all.replace(uri, toRange(lines, span), text, metadata);
  }
  return all;
}

/**
 * The preview opens for an edit that a part of must be confirmed, and shows just that part unticked: who presses “Apply” then would
 * change nothing. So the part to be confirmed is one that comes to nothing, which the preview leaves out: to make a file that is there.
 */
function openPreview(edit: vscode.WorkspaceEdit, archive: Archive, label: string): void {
  edit.createFile(archive.uriOf(REGISTRY_FILE), { ignoreIfExists: true }, { label, needsConfirmation: true });
}
