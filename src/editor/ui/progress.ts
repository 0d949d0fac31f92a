import * as vscode from 'vscode';
import { message } from './inert';

// Shows that work is going on. Each answers what the work answers.

/** Shows a title in the status bar. */
export function workInStatusBar<T>(title: string, work: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: message(title) }, work);
}

/** Shows a bar at the top of a view. */
export function workInView<T>(viewId: string, work: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: { viewId } }, work);
}

/**
 * Shows a message with a bar, and a button that cancels the token.
 *
 * @param work gets a function that reports how far it is: in words, and by how many of a hundred parts it went on
 */
export function workInMessage<T>(
  title: string,
  work: (report: (words: string, increment?: number) => void, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: message(title), cancellable: true };
  return vscode.window.withProgress<T>(options, (progress, token) =>
    work((words, increment) => {
      progress.report({ message: message(words), ...(increment === undefined ? {} : { increment }) });
    }, token),
  );
}
