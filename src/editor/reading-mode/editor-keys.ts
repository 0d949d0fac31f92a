import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { whisper } from '../ui/say';

// Keys of a text that is read which do what a key of VS Code does. They are commands here, so that they are kept for a list that is about
// to open, as all single keys are.

export const growSelection: Command = {
  id: 'postgloss.growSelection',
  run: () => vscode.commands.executeCommand('editor.action.smartSelect.expand'),
};

export const shrinkSelection: Command = {
  id: 'postgloss.shrinkSelection',
  run: () => vscode.commands.executeCommand('editor.action.smartSelect.shrink'),
};

export const pageDown: Command = {
  id: 'postgloss.pageDown',
  run: () => vscode.commands.executeCommand('cursorPageDown'),
};

export const pageUp: Command = {
  id: 'postgloss.pageUp',
  run: () => vscode.commands.executeCommand('cursorPageUp'),
};

/** A key that does nothing by itself. It is bound, so that a list which is about to open gets it. */
export const otherKey: Command = {
  id: 'postgloss.otherKey',
  run: () =>
    whisper('This text is locked for reading. Press H for its keys, or select “Reading” here to edit it.', 'info'),
};
