import * as vscode from 'vscode';
import { equal, ok } from '../support/assert';
import { eventually, onDisk, selectText, show, writeOnDisk } from '../support/editing';
import { file } from '../support/workspace';

const TEXT = 'archives/harbour.txt';
const SIDECAR = `${TEXT}.gloss.yaml`;
const MOVED = 'archives/port/harbour-2016.txt';

/** Renames as the Explorer does, through the editor. */
async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(file(from), file(to));
  ok(await vscode.workspace.applyEdit(edit), `${from} was renamed`);
}

function problemsOf(path: string): string[] {
  return vscode.languages.getDiagnostics(file(path)).map(({ code }) => (typeof code === 'string' ? code : ''));
}

describe('the text of a sidecar', () => {
  const before = new Map<string, string>();

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of [TEXT, SIDECAR]) before.set(path, (await onDisk(path)) ?? '');
    await show(TEXT);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [MOVED, `${MOVED}.gloss.yaml`]) {
      if ((await onDisk(path)) !== null) await vscode.workspace.fs.delete(file(path));
    }
    for (const [path, text] of before) await writeOnDisk(path, text);
    await eventually('no problem is left', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });

  it('A12: takes the sidecar along when it is renamed, and back', async () => {
    const sidecar = before.get(SIDECAR) ?? null;
    await rename(TEXT, MOVED);
    await eventually('the sidecar has followed', async () => (await onDisk(`${MOVED}.gloss.yaml`)) === sidecar);
    equal(await onDisk(SIDECAR), null);
    await rename(MOVED, TEXT);
    await eventually('the sidecar is back', async () => (await onDisk(SIDECAR)) === sidecar);
    equal(await onDisk(`${MOVED}.gloss.yaml`), null);
  });

  it('A12: does not overwrite a sidecar that is there already', async () => {
    const other = 'postgloss: 1\nannotations: []\n';
    await writeOnDisk(`${MOVED}.gloss.yaml`, other);
    await rename(TEXT, MOVED);
    equal(await onDisk(`${MOVED}.gloss.yaml`), other);
    equal(await onDisk(SIDECAR), before.get(SIDECAR));
    await rename(MOVED, TEXT);
  });

  it('A12: is offered when it was renamed outside', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeOnDisk(MOVED, before.get(TEXT) ?? '');
    await vscode.workspace.fs.delete(file(TEXT));
    await eventually('the new name is offered', () => {
      const found = vscode.languages.getDiagnostics(file(SIDECAR));
      return Promise.resolve(found.some(({ code, message }) => code === 'missing-source' && message.includes(MOVED)));
    });
    // Actions are asked for of a document that is open.
    await vscode.workspace.openTextDocument(file(SIDECAR));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file(SIDECAR),
      new vscode.Range(0, 0, 0, 0),
    );
    const [move] = actions.filter(({ title }) => title.includes(MOVED));
    ok(move?.command, actions.map(({ title }) => title).join(', '));
    await vscode.commands.executeCommand(move.command.command, ...((move.command.arguments ?? []) as unknown[]));
    equal(await onDisk(`${MOVED}.gloss.yaml`), before.get(SIDECAR));
    equal(await onDisk(SIDECAR), null);
    await eventually('the problem is gone', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });

  it('A13: leaves the sidecar when it is deleted, and tells', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(TEXT));
    await eventually('the sidecar has a problem', () =>
      Promise.resolve(problemsOf(SIDECAR).includes('missing-source')),
    );
    equal(await onDisk(SIDECAR), before.get(SIDECAR));
  });

  it('A8: tells what became of a passage from the copy on which it was annotated', async () => {
    const editor = await show(TEXT);
    const passage = 'crew of twelve';
    selectText(editor, passage);
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    await eventually('the annotation is there', async () => (await onDisk(SIDECAR))?.includes(passage));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const text = before.get(TEXT) ?? '';
    const corrected = text.replace(passage, 'crew of eleven');
    ok(corrected !== text);
    await writeOnDisk(TEXT, corrected);
    // So short a passage is never recognised by what it resembles: only the copy can tell.
    await eventually('the place is known', () => {
      const found = vscode.languages.getDiagnostics(file(SIDECAR));
      return Promise.resolve(
        found.some(({ code, message }) => code === 'changed' && message.includes('reads otherwise')),
      );
    });
  });
});
