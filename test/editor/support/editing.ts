import * as vscode from 'vscode';
import { AssertionError } from './assert';
import { file } from './workspace';

/** Opens a file of the workspace in an editor. */
export async function show(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(file(path));
  return vscode.window.showTextDocument(document);
}

/** Opens a text of the archive for editing; as long as nobody has chosen that, post archives open locked. */
export async function showForEditing(path: string): Promise<vscode.TextEditor> {
  const editor = await show(path);
  await vscode.commands.executeCommand('postgloss.toggleReading', { mode: 'editing' });
  return editor;
}

/** The range of the n-th place (from 0) where a text stands in a document. */
export function rangeOf(document: vscode.TextDocument, text: string, n = 0): vscode.Range {
  let at = document.getText().indexOf(text);
  for (let i = 0; i < n && at >= 0; i++) at = document.getText().indexOf(text, at + 1);
  if (at < 0) throw new AssertionError(`“${text}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Selects the n-th place of a text in an editor. */
export function selectText(editor: vscode.TextEditor, text: string, n = 0): vscode.Range {
  const range = rangeOf(editor.document, text, n);
  editor.selection = new vscode.Selection(range.start, range.end);
  return range;
}

/** The content of a file as it is on the disk; null where there is none. */
export async function onDisk(path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
  } catch {
    return null;
  }
}

/** Writes a file as another program would. */
export async function writeOnDisk(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

/** Waits until a question is answered with something; the editor tells of changes in its own time. */
export async function eventually<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new AssertionError(`It never came true that ${what}`);
}

/** The cards that hover at the start of the n-th place of a text, as Markdown. */
export async function cardsAt(document: vscode.TextDocument, text: string, n = 0): Promise<string> {
  const { start } = rangeOf(document, text, n);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    start.translate(0, 1),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n---\n');
}

/** Takes back unsaved changes of the active editor. The editor gets the focus first: with a view in focus, VS Code reverts nothing. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
