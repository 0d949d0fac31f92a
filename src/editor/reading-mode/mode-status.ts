import * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import { statusButton } from '../ui/status-button';
import type { ProtectedTexts } from './protected-texts';

/** Shows in the status bar whether the text in front is open for reading or for editing. Selecting the item switches. */
export function registerModeStatus(archives: Archives, texts: ProtectedTexts): vscode.Disposable {
  const button = statusButton('postgloss.mode', 'Postgloss: Reading or Editing');
  const draw = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (!uri || !archives.find(uri)) button.hide();
    else if (texts.isLocked(uri)) {
      const keys = vscode.workspace.getConfiguration('postgloss').get<boolean>('reading.singleKeys');
      const tooltip = `This text is open for reading: no key changes it.${keys ? ' Press H for the keys that work in it.' : ''} Select to edit the text.`;
      button.show('lock', 'Reading', tooltip, 'postgloss.toggleReading');
    } else {
      button.show(
        'edit',
        'Editing',
        'This text can be changed. Select to lock it for reading.',
        'postgloss.toggleReading',
      );
    }
  };
  draw();
  return vscode.Disposable.from(
    button,
    texts.onDidChange(draw),
    archives.onDidChangeList(draw),
    archives.onDidChange(({ typing }) => {
      if (!typing) draw();
    }),
    vscode.window.onDidChangeActiveTextEditor(draw),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('postgloss.reading')) draw();
    }),
  );
}
