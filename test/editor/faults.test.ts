import * as vscode from 'vscode';
import { equal, match } from './support/assert';
import { eventually, onDisk, rangeOf, selectText, show, showForEditing, writeOnDisk } from './support/editing';
import { file } from './support/workspace';

const TEXT = 'archives/harbour.txt';
const SIDECAR = `${TEXT}.gloss.yaml`;

function problemsOf(path: string): string[] {
  return vscode.languages.getDiagnostics(file(path)).map(({ code }) => (typeof code === 'string' ? code : ''));
}

describe('what can befall an archive in the editor', () => {
  const before = new Map<string, string | null>();

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of [TEXT, SIDECAR]) before.set(path, await onDisk(path));
    // What the test before has left in an editor may be older than what is on the disk.
    await eventually('the editor shows what is on the disk', async () => {
      const document = await vscode.workspace.openTextDocument(file(TEXT));
      return document.getText() === before.get(TEXT);
    });
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [path, text] of before) await writeOnDisk(path, text ?? '');
    await eventually('no problem is left', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });

  it('A15: follows text and sidecar when a branch switch changes both at once', async () => {
    await show(TEXT);
    const text = (before.get(TEXT) ?? '').replace(
      'a mistake that the town will pay for',
      'an error that nobody will mend',
    );
    const sidecar = (before.get(SIDECAR) ?? '').replace(
      'a mistake that the town will pay for',
      'an error that nobody will mend',
    );
    await writeOnDisk(SIDECAR, sidecar);
    await writeOnDisk(TEXT, text);
    const symbols = await eventually('the editor shows the other branch', async () => {
      const { document } = await show(TEXT);
      return document.getText() === text && document;
    });
    // Whatever was seen in between has gone: no place is doubtful, and nothing was written.
    await eventually('no problem is left', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
    equal(await onDisk(SIDECAR), sidecar);
    equal(symbols.getText(), text);
  });

  it('C12: annotates an unsaved text as it is shown, and follows when that is taken back', async () => {
    const editor = await showForEditing(TEXT);
    const at = rangeOf(editor.document, 'The Port Office of Velmora closed').start;
    await editor.edit((edit) => edit.insert(at, 'Yesterday, as all of us know by now. '));
    selectText(editor, 'as all of us know by now');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    selectText(editor, 'had wintered in the harbour');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    const written = await eventually('both are there', async () => {
      const now = (await onDisk(SIDECAR)) ?? '';
      return (
        now.includes('quote: as all of us know by now') && now.includes('quote: had wintered in the harbour') && now
      );
    });
    await editor.edit((edit) => edit.delete(rangeOf(editor.document, 'Yesterday, as all of us know by now. ')));
    await eventually('one has lost its place, and only that', () => {
      return Promise.resolve(problemsOf(SIDECAR).join() === 'orphan');
    }).catch(() => equal(problemsOf(SIDECAR).join(), 'orphan', editor.document.getText()));
    equal(await onDisk(SIDECAR), written);
    // Some hosts save by themselves, and would do so over what the next test reads.
    await editor.document.save();
  });

  it('C13: annotates nothing in documents that are no files of an archive', async () => {
    const documents = [
      await vscode.workspace.openTextDocument({ content: 'The Port Office of Velmora.', language: 'plaintext' }),
      await vscode.workspace.openTextDocument(file(TEXT).with({ scheme: 'untitled', path: '/archives/new.txt' })),
    ];
    for (const document of documents) {
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Oran '));
      editor.selection = new vscode.Selection(0, 0, 0, 4);
      await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    equal(await onDisk(SIDECAR), before.get(SIDECAR));
    equal(await onDisk('archives/new.txt.gloss.yaml'), null);
  });

  it('C15: puts a sidecar beside its own text where two archives have files of one name', async () => {
    const inner = {
      'inner/postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "archives/*.txt"\ntags:\n  - id: claim\n',
    };
    const text = 'inner/archives/harbour.txt';
    try {
      await writeOnDisk('inner/postgloss.yaml', inner['inner/postgloss.yaml']);
      await writeOnDisk(text, 'Another harbour, in which the bell is rung.\n');
      const editor = await show(text);
      await eventually('its archive was found', async () => {
        selectText(editor, 'the bell is rung');
        await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
        return (await onDisk(`${text}.gloss.yaml`)) !== null;
      });
      match((await onDisk(`${text}.gloss.yaml`)) ?? '', /quote: the bell is rung/);
      equal(await onDisk(SIDECAR), before.get(SIDECAR));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(file('inner'), { recursive: true });
    }
  });
});
