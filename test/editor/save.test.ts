import * as vscode from 'vscode';
import type { Platform } from '../../src/editor/platform';
import { saveEdit } from '../../src/editor/save';
import { writeThroughEditor } from '../../src/editor/web/write-file';
import { deepEqual, equal, match, ok } from './support/assert';
import { onDisk, show } from './support/editing';
import { file, folder } from './support/workspace';

const platform: Platform = { writeFile: writeThroughEditor, git: null };

describe('saving a gloss file', () => {
  let path: string;
  const save = (before: string | null, after: string, writing = platform) =>
    saveEdit(folder().uri, { path, before, after }, writing);
  const write = (bytes: Uint8Array | string) =>
    vscode.workspace.fs.writeFile(file(path), typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

  beforeEach(() => {
    // The editor keeps documents for a while after they were closed; a name of its own keeps the tests apart.
    path = `saving-${Math.random().toString(36).slice(2)}.gloss.yaml`;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if ((await onDisk(path)) !== null) await vscode.workspace.fs.delete(file(path));
  });

  it('creates it, and replaces it', async () => {
    equal(await save(null, 'one\n'), null);
    equal(await save('one\n', 'two\n'), null);
    equal(await onDisk(path), 'two\n');
  });

  it('refuses what others have written, created or deleted meanwhile', async () => {
    match((await save('one\n', 'two\n')) ?? '', /changed by somebody else/);
    await write('theirs\n');
    for (const before of [null, 'ours\n']) match((await save(before, 'x')) ?? '', /changed by somebody else/);
    equal(await onDisk(path), 'theirs\n');
  });

  it('refuses a file that is no text', async () => {
    const bytes = new Uint8Array([0, 1, 2, 255]);
    await write(bytes);
    match((await save(null, 'x')) ?? '', /changed by somebody else/);
    deepEqual([...(await vscode.workspace.fs.readFile(file(path)))], [...bytes]);
  });

  it('keeps a byte order mark', async () => {
    await write('\ufeffone\n');
    equal(await save('one\n', 'two\n'), null);
    deepEqual([...(await vscode.workspace.fs.readFile(file(path)))].slice(0, 4), [0xef, 0xbb, 0xbf, 0x74]);
  });

  it('changes an unsaved editor and not the disk behind it, in one step that can be undone', async () => {
    await write('one\r\ntwo\r\nthree\r\n');
    const { document } = await type('typed\r\n');
    equal(await save('typed\r\none\r\ntwo\r\nthree\r\n', 'typed\r\none\r\nTWO\r\nthree\r\nfour\r\n'), null);
    equal(document.getText(), 'typed\r\none\r\nTWO\r\nthree\r\nfour\r\n');
    ok(document.isDirty, 'Saving is left to the person');
    equal(await onDisk(path), 'one\r\ntwo\r\nthree\r\n');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), 'typed\r\none\r\ntwo\r\nthree\r\n');
  });

  it('refuses when the unsaved editor holds something else', async () => {
    await write('one\n');
    const { document } = await type('typed\n');
    match((await save('one\n', 'two\n')) ?? '', /is being edited/);
    equal(document.getText(), 'typed\none\n');
  });

  it('says why it could not', async () => {
    for (const [code, words] of [
      ['ENOSPC', /the disk is full/],
      ['EACCES', /read-only/],
      ['EBUSY', /keeps the file busy/],
    ] as const) {
      const writeFile = () => Promise.reject(Object.assign(new Error('no'), { code }));
      match((await save(null, 'x', { ...platform, writeFile })) ?? '', words);
    }
    equal(await onDisk(path), null);
  });

  async function type(text: string): Promise<vscode.TextEditor> {
    const editor = await show(path);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    return editor;
  }
});
