import * as vscode from 'vscode';
import { equal, match, ok } from '../support/assert';
import { eventually, onDisk, revert, selectText, show, writeOnDisk } from '../support/editing';
import { click, clickText, describeByHand, look, press, type } from '../support/hand';
import { mode, showAs, showForReading } from '../support/reading';
import { file } from '../support/workspace';

const TEXT = 'archives/harbour.txt';
const NOTE = 'notes/2018-01-05-bell.md';

/** Types a letter and takes it back. Answers whether the text took it. */
async function takesLetters(editor: vscode.TextEditor): Promise<boolean> {
  const { document } = editor;
  const before = document.getText();
  const selection = editor.selection;
  await press('q');
  const took = document.getText() !== before;
  if (took) await revert();
  editor.selection = selection;
  return took;
}

describeByHand('the lock of texts', () => {
  const before = new Map<string, string | null>();

  beforeEach(async () => {
    for (const path of [TEXT, NOTE, 'postgloss.yaml']) before.set(path, await onDisk(path));
    await showForReading(TEXT);
  });

  afterEach(async () => {
    await revert();
    for (const [path, text] of before)
      if (text !== null && (await onDisk(path)) !== text) await writeOnDisk(path, text);
    await vscode.workspace.getConfiguration('postgloss').update('reading.protectTexts', undefined, true);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('keeps the keyboard from a post archive, and from no other file', async () => {
    const editor = await showAs(TEXT, 'Reading');
    selectText(editor, 'The wall was built in 1911');
    await press('Delete', 'Backspace', 'Enter', 'x', 'Control+x');
    await type('claim');
    equal(editor.document.isDirty, false);
    equal(editor.document.getText(), before.get(TEXT));
    const note = await showAs(NOTE, 'Editing');
    ok(await takesLetters(note), 'A text with front matter can be written');
    const untitled = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'x' }));
    ok(await takesLetters(untitled), 'An untitled text can be written');
    equal(await mode(), '');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    ok(await takesLetters(await show('postgloss.yaml')), 'The codebook can be written');
  });

  it('opens with a click on the status bar, and is remembered for the text', async () => {
    await showAs(TEXT, 'Reading');
    await click('#postgloss\\.postgloss\\.postgloss\\.mode a');
    await eventually('the status bar says Editing', async () => (await mode()) === 'Editing');
    ok(await takesLetters(await show(TEXT)));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const editor = await showAs(TEXT, 'Editing');
    ok(await takesLetters(editor));
    await vscode.commands.executeCommand('postgloss.toggleReading');
    ok(!(await takesLetters(await showAs(TEXT, 'Reading'))));
  });

  it('follows what postgloss.yaml says of the texts', async () => {
    const manifest = before.get('postgloss.yaml') ?? '';
    await writeOnDisk('postgloss.yaml', manifest.replace('"notes/*.md"', '"notes/*.md"\n    editable: false'));
    ok(!(await takesLetters(await showAs(NOTE, 'Reading'))));
    await writeOnDisk('postgloss.yaml', manifest.replace('*.txt"', '*.txt"\n    editable: true'));
    const note = await showAs(NOTE, 'Editing');
    await eventually('the note can be written', () => takesLetters(note));
    const text = await showAs(TEXT, 'Editing');
    await eventually('the archive can be written', () => takesLetters(text));
    await writeOnDisk('postgloss.yaml', manifest);
    await showAs(TEXT, 'Reading');
  });

  it('is off with the setting', async () => {
    await showAs(TEXT, 'Reading');
    await vscode.workspace.getConfiguration('postgloss').update('reading.protectTexts', false, true);
    ok(await takesLetters(await showAs(TEXT, 'Editing')));
    await vscode.workspace.getConfiguration('postgloss').update('reading.protectTexts', undefined, true);
    await showAs(TEXT, 'Reading');
  });

  it('learns from a change that a person has unlocked the text by VS Code’s command, and remembers it', async () => {
    const editor = await showAs(TEXT, 'Reading');
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    await clickText('The wall was built in 1911');
    await type('xq');
    await eventually('the status bar follows', async () => (await mode()) === 'Editing');
    match(editor.document.getText(), /xq/);
    await revert();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await showAs(TEXT, 'Editing');
  });

  it('stays while another program writes the file', async () => {
    const editor = await showAs(TEXT, 'Reading');
    await writeOnDisk(TEXT, `${before.get(TEXT) ?? ''}\nOne line more.\n`);
    await eventually('the editor shows it', () => Promise.resolve(editor.document.getText().includes('One line more')));
    equal(await mode(), 'Reading');
    ok(!(await takesLetters(editor)));
  });

  it('leaves a diff of the text alone', async () => {
    await showAs(TEXT, 'Reading');
    await vscode.commands.executeCommand('postgloss.toggleReading', { mode: 'editing' });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.diff', file(NOTE), file(TEXT), 'A diff');
    await eventually('the diff is in front', async () => (await look('.monaco-diff-editor')).length > 0);
    const text = await vscode.workspace.openTextDocument(file(TEXT));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('q');
    await eventually('the diff can be written', () => Promise.resolve(text.isDirty));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
