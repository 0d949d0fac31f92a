import * as vscode from 'vscode';
import { indexLines, type Span } from '../../core/text';
import type { Archive } from './archive';
import { toRange } from '../ui/convert';

/** Opens a text of an archive and selects a span of it. */
export async function showSpan(archive: Archive, path: string, span: Span): Promise<void> {
  const document = await vscode.workspace.openTextDocument(archive.uriOf(path));
  const editor = await vscode.window.showTextDocument(document);
  select(editor, toRange(indexLines(document.getText()), span));
}

/** Selects a range, and scrolls only when it is not in sight. */
export function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
