import * as vscode from 'vscode';

/** A short word in the status bar, for what went as asked: it needs no click. */
export function whisper(message: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 4000);
}

/** Tells a person why nothing was done, and answers null for the caller to hand on. */
export function say(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
