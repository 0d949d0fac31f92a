import * as vscode from 'vscode';
import { equal, match, ok } from '../support/assert';
import { eventually, onDisk, writeOnDisk } from '../support/editing';
import { file } from '../support/workspace';

const MANIFEST = 'postgloss.yaml';
const REGISTRY = 'entities.gloss.yaml';

describe('setting up an archive', () => {
  const before = new Map<string, string | null>();

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of [MANIFEST, REGISTRY]) before.set(path, await onDisk(path));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [path, text] of before) if (text !== null) await writeOnDisk(path, text);
  });

  it('opens postgloss.yaml where there is one, and leaves it as it is', async () => {
    await vscode.commands.executeCommand('postgloss.setUpArchive');
    equal(vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1), MANIFEST);
    equal(await onDisk(MANIFEST), before.get(MANIFEST));
  });

  it('finds the files with posts, writes postgloss.yaml, keeps a registry, and opens the first post', async () => {
    await vscode.workspace.fs.delete(file(MANIFEST));
    await setUp();
    const written = (await onDisk(MANIFEST)) ?? '';
    match(written, /^postgloss: 1\narchives:\n {2}- files: "archives\/harbour\.txt"\n/);
    match(written, /\n {2}- files: "notes\/2018-01-05-bell\.md"\n/);
    equal(await onDisk(REGISTRY), before.get(REGISTRY));
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.path.split('/').at(-1), 'harbour.txt');
    match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /^The harbour is\sclosed/);
  });

  it('writes an empty registry where there is none', async () => {
    await vscode.workspace.fs.delete(file(MANIFEST));
    await vscode.workspace.fs.delete(file(REGISTRY));
    await setUp();
    match((await onDisk(REGISTRY)) ?? '', /^postgloss: 1\nentities: \[\]\n$/);
  });

  it('writes nothing when the person leaves the list', async () => {
    await vscode.workspace.fs.delete(file(MANIFEST));
    const done = finished(vscode.commands.executeCommand('postgloss.setUpArchive'));
    await eventually('the list is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return done();
    });
    equal(await onDisk(MANIFEST), null);
  });
});

/**
 * Runs the command, and accepts the list of files as it is proposed. No event tells when the list has its ticks, and one that is accepted
 * before names no file; then it is asked again, as a person would.
 */
async function setUp(): Promise<void> {
  for (let attempt = 0; attempt < 3 && (await onDisk(MANIFEST)) === null; attempt++) {
    const done = finished(vscode.commands.executeCommand('postgloss.setUpArchive'));
    await eventually('the list is accepted', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done();
    });
  }
  ok((await onDisk(MANIFEST)) !== null, 'No postgloss.yaml was written');
}

function finished(work: Thenable<unknown>): () => boolean {
  let done = false;
  void work.then(() => (done = true));
  return () => done;
}
