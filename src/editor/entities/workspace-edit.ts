import * as vscode from 'vscode';
import type { FileEdit } from '../../core/decision';
import { REGISTRY_FILE } from '../../core/entities';
import { textEdits } from '../../core/identities';
import { indexLines } from '../../core/text';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';
import { message } from '../ui/inert';

/**
 * A change as a workspace edit that replaces only the differing parts of each file. The refactor preview groups the parts by file or by
 * their label (registry, annotations), and lets the person untick them.
 *
 * @param asks whether the preview always opens, and not only on the person's request
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
    const metadata = { label: message(`${label}: ${part}`), needsConfirmation: false };
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
 * Makes the preview open. It opens only for an edit with a part that needs confirmation, and shows that part unticked. To leave all real
 * parts ticked, the part to confirm is one without effect, which the preview leaves out: creating a file that exists.
 */
function openPreview(edit: vscode.WorkspaceEdit, archive: Archive, label: string): void {
  edit.createFile(
    archive.uriOf(REGISTRY_FILE),
    { ignoreIfExists: true },
    { label: message(label), needsConfirmation: true },
  );
}
