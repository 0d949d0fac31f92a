import * as vscode from 'vscode';
import { equal, match } from '../support/assert';
import { eventually, onDisk, revert, selectText, show, writeOnDisk } from '../support/editing';
import { clickRow, describeByHand, dragText, look, press, type } from '../support/hand';
import { showForReading } from '../support/reading';

const TEXT = 'archives/harbour.txt';
const SIDECAR = 'archives/harbour.txt.gloss.yaml';
const FILES = [TEXT, SIDECAR, 'postgloss.yaml', 'entities.gloss.yaml', 'notes/2018-01-05-bell.md'];
const LIST = '.quick-input-widget';

/** Puts the cursor before the first place of a text. */
function putCursor(editor: vscode.TextEditor, text: string): void {
  const { start } = selectText(editor, text);
  editor.selection = new vscode.Selection(start, start);
}

const letters = (word: string) => word.split('');

/** What is selected. */
const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection);

/** The records that the sidecar has beyond those it had. */
async function added(before: string): Promise<string> {
  return ((await onDisk(SIDECAR)) ?? '').replace(before.slice(before.indexOf('  - id')), '');
}

/** Waits until the sidecar holds as many records as said. */
async function records(count: number): Promise<void> {
  await eventually(`there are ${count} annotations`, async () => {
    return ((await onDisk(SIDECAR)) ?? '').split('\n  - id: ').length - 1 === count;
  });
}

describeByHand('single keys', () => {
  const saved = new Map<string, string>();
  let editor: vscode.TextEditor;

  const set = (value: boolean | undefined) =>
    vscode.workspace.getConfiguration('postgloss').update('reading.singleKeys', value, true);

  before(() => set(true));
  after(() => set(undefined));

  beforeEach(async () => {
    for (const path of FILES) saved.set(path, (await onDisk(path)) ?? '');
    editor = await showForReading(TEXT);
  });

  afterEach(async () => {
    await press('Escape');
    await revert();
    equal(await onDisk(TEXT), saved.get(TEXT), 'The text was changed');
    for (const path of FILES)
      if ((await onDisk(path)) !== saved.get(path)) await writeOnDisk(path, saved.get(path) ?? '');
    await records(1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('change nothing while a list opens', async () => {
    putCursor(editor, 'Nobody answered');
    await press('t', ...letters('claimjlmxnau'));
    await eventually('the list is there', async () => (await look(LIST)).length > 0);
    equal(await onDisk(SIDECAR), saved.get(SIDECAR));
    await press('Escape');
  });

  it('tag the sentence at the cursor by number, the same passage again, and another with the last tag', async () => {
    putCursor(editor, 'answered the letters');
    await press('3');
    await records(2);
    match(
      await added(saved.get(SIDECAR) ?? ''),
      /quote: Nobody answered the letters of Captain Oran\.\n[^]*- evidence\n/,
    );
    await press('1');
    await eventually('it has both tags', async () =>
      (await added(saved.get(SIDECAR) ?? '')).includes('- evidence\n      - claim\n'),
    );
    putCursor(editor, 'It was never insured');
    await press('l');
    await records(3);
    match(await added(saved.get(SIDECAR) ?? ''), /quote: It was never insured\.\n/);
    await press('7');
    await records(3);
  });

  it('write a note: N, the words, Enter', async () => {
    putCursor(editor, 'It was never insured');
    await press('n');
    await eventually('the box is there', async () => (await look(LIST)).length > 0);
    await press(...letters('ask the diver'));
    await press('Enter');
    await eventually('the note is there', async () => /note: .*diver/.test((await onDisk(SIDECAR)) ?? ''));
  });

  it('show what can be done: H all keys, Ctrl+. what the cards offer, F2 the name of the entity', async () => {
    await press('h');
    await eventually('the keys are listed', async () =>
      (await look(`${LIST} .monaco-list-row`)).some((row) => row.includes('Tag: claim')),
    );
    await press('Escape');
    putCursor(editor, 'Oran’s crew');
    await press('Control+.');
    await eventually('the card’s offers are listed', async () =>
      (await look(`${LIST} .monaco-list-row`)).some((row) => row.includes('It is not')),
    );
    await press('Escape');
    putCursor(editor, 'Velmora closed');
    await press('F2');
    await eventually('the entity can be renamed', async () => (await look(LIST)).join().includes('Rename Entity'));
    await press('Escape');
  });

  it('type letters in every other editor', async () => {
    const typesInto = async (what: string) => {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      const active = vscode.window.activeTextEditor;
      const old = active?.document.getText();
      await type('tjx1');
      await eventually(`${what} takes letters`, () => Promise.resolve(active?.document.getText() !== old));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    };
    await show('postgloss.yaml');
    await typesInto('YAML');
    await show('notes/2018-01-05-bell.md');
    await typesInto('a text that is written');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'x' }));
    await typesInto('an untitled text');
    equal(await onDisk(SIDECAR), saved.get(SIDECAR));
  });

  it('are off with the setting', async () => {
    await set(false);
    try {
      selectText(editor, 'It was never insured');
      await press('1');
      await press('t');
      await new Promise((resolve) => setTimeout(resolve, 500));
      equal(await onDisk(SIDECAR), saved.get(SIDECAR));
      equal((await look(LIST)).length, 0);
    } finally {
      await set(true);
    }
  });

  it('keep the text whole: Delete, letters after a lost chord, a dragged passage, Shift+Enter in the note box', async () => {
    selectText(editor, 'a mistake that the town will pay for');
    await press('Delete', 'Backspace', 'Control+k');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await press('Escape', 'c', 'o');
    await press('n');
    await eventually('the note box is there', async () => (await look(LIST)).length > 0);
    await press('Shift+Enter', 'Enter', 'Enter');
    selectText(editor, 'It was never insured');
    await dragText('It was never insured', 'The wall was built');
    equal(editor.document.getText(), saved.get(TEXT));
    equal(editor.document.isDirty, false);
  });

  it('of the Annotations view: a click keeps the keyboard there, Delete deletes the annotation, Enter goes to the text', async () => {
    await vscode.commands.executeCommand('postgloss.annotations.focus');
    await eventually('the row is there', async () =>
      (await look('.pane .monaco-list-row')).some((row) => row.includes('a mistake that')),
    );
    await clickRow('a mistake that');
    await eventually('its place is shown', () =>
      Promise.resolve(selected(editor) === 'a mistake that the town will pay for'),
    );
    await press('Delete');
    await eventually('the annotation is gone', async () => ((await onDisk(SIDECAR)) ?? '').includes('annotations: []'));
    equal(editor.document.getText(), saved.get(TEXT));
    await press('Control+z');
    await eventually('it is back', async () => (await onDisk(SIDECAR)) === saved.get(SIDECAR));
    await clickRow('a mistake that');
    await press('Enter');
    await eventually('the keyboard is in the text', async () => {
      await press('h');
      return (await look(LIST)).join().includes('Keys for Reading');
    });
  });
});
