import * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import { statusButton } from '../ui/status-button';

/** How long “Undo” stays in the status bar, in milliseconds. */
const SHOWN_MS = 8000;

/** Shows “Undo” in the status bar for a while after annotations were changed. */
export function registerUndoStatus({ history }: Archives): vscode.Disposable {
  const button = statusButton('postgloss.undo', 'Postgloss: Undo Annotation Change');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    button.hide();
  };
  return vscode.Disposable.from(
    button,
    history.onDidChange(() => {
      clearTimeout(timer);
      button.show('discard', 'Undo', 'Undo the last annotation change', 'postgloss.undoAnnotationChange');
      timer = setTimeout(hide, SHOWN_MS);
    }),
    history.onDidTakeBack(() => {
      hide();
      return Promise.resolve();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
