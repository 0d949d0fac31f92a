import * as vscode from 'vscode';

/** Shows a short message in the status bar after a command has worked: it needs no click. */
export function whisper(message: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 4000);
}

/** Tells a person why nothing was done, and answers null for the caller to return. */
export function say(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
