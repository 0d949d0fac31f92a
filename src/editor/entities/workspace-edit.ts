import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import { REGISTRY_FILE } from '../../core/entities';
import { textEdits } from '../../core/identities';
import { indexLines } from '../../core/text';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';

/**
 * A change as a workspace edit, of only the parts of each file that differ. The editor's refactor preview groups it by file or by label,
 * and lets a person untick parts of it.
 *
 * @param asks whether the preview always opens, and not only when the person asks for it
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
 * Makes the preview open, which it does only if a part of the edit needs confirmation. Such a part is unticked at first, so that “Apply”
 * would skip it. Therefore a part without any effect needs confirmation here, and the preview leaves it out: to create a file that exists.
 */
function openPreview(edit: vscode.WorkspaceEdit, archive: Archive, label: string): void {
  edit.createFile(archive.uriOf(REGISTRY_FILE), { ignoreIfExists: true }, { label, needsConfirmation: true });
}
