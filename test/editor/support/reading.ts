import * as vscode from 'vscode';
import { eventually, show } from './editing';
import { look } from './hand';

/** What the status bar says of the text in front: `Reading`, `Editing` or nothing. */
export async function mode(): Promise<string> {
  return (await look('#postgloss\\.postgloss\\.postgloss\\.mode')).join().trim();
}

/** Shows a text, waits until the status bar says its mode, and puts the keyboard into it. */
export async function showAs(path: string, wanted: 'Reading' | 'Editing'): Promise<vscode.TextEditor> {
  const editor = await show(path);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await eventually(`the status bar says ${wanted}`, async () => (await mode()) === wanted);
  return editor;
}

/** Shows a text locked for reading, whatever was chosen for it before. */
export async function showForReading(path: string): Promise<vscode.TextEditor> {
  await show(path);
  await vscode.commands.executeCommand('postgloss.toggleReading', { mode: 'reading' });
  return showAs(path, 'Reading');
}
