import * as vscode from 'vscode';
import type { ViewNode } from './nodes';

/**
 * The rows that a key of a view means: the selected ones, where the keyboard is at one of them, else the one that it is at. VS Code tells
 * an extension which rows are selected, and not where the keyboard is. So the row there is added to the selection, or taken out of it and
 * put back, which shows which one it is.
 */
export async function focusedRows(view: vscode.TreeView<ViewNode>): Promise<readonly ViewNode[]> {
  const before = [...view.selection];
  await vscode.commands.executeCommand('list.toggleSelection');
  const added = view.selection.filter((node) => !before.includes(node));
  if (added.length > 0) return added;
  await vscode.commands.executeCommand('list.toggleSelection');
  return before;
}
