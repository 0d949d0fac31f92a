import * as vscode from 'vscode';
import type { Archives } from './archives';

/** Keeps the context keys that decide which commands and views are shown. */
export function registerContextKeys(archives: Archives): vscode.Disposable {
  const active = contextKey('postgloss.active');
  const isText = contextKey('postgloss.isArchiveText');
  const update = () => {
    active(archives.all.length > 0);
    const editor = vscode.window.activeTextEditor;
    isText(editor !== undefined && archives.find(editor.document.uri) !== null);
  };
  return vscode.Disposable.from(
    archives.onDidChangeList(update),
    archives.onDidChange(({ typing }) => {
      if (!typing) update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

/** A function that sets a key of `when` clauses; only when its value changes, as each call is a message to the window. */
export function contextKey(key: string): (value: boolean) => void {
  let last: boolean | undefined;
  return (value) => {
    if (value === last) return;
    last = value;
    void vscode.commands.executeCommand('setContext', key, value);
  };
}
