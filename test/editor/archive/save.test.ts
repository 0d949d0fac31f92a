import * as vscode from 'vscode';
import type { FileEdit } from '../../../src/core/decision';
import type { Platform } from '../../../src/editor/archive/platform';
import { saveEdit, saveEdits } from '../../../src/editor/archive/save';
import { throughEditor } from '../../../src/editor/web/change-text';
import { isTorn, Recovery } from '../../../src/editor/web/recovery';
import { deepEqual, equal, match, ok } from '../support/assert';
import { onDisk, revert, show } from '../support/editing';
import { MemoryFiles } from '../support/memory-files';
import { file, folder } from '../support/workspace';

const platform: Platform = {
  changeText: throughEditor(null),
  clearLeftovers: () => Promise.resolve(),
  questions: null,
  importArchive: null,
  git: null,
};

/** A sidecar with annotations of these quotes. */
const sidecar = (...quotes: string[]) =>
  `postgloss: 1\nannotations:\n${quotes.map((quote) => `  - id: ${quote}\n    quote: the ${quote}\n`).join('')}`;

describe('saving a gloss file', () => {
  let path: string;
  /** Answers null when it was saved, else the reason. */
  const save = async (before: string | null, after: string, writing = platform) => {
    const result = await saveEdit(folder().uri, { path, before, after }, writing);
    return result.ok ? null : result.why;
  };
  const write = (bytes: Uint8Array | string) =>
    vscode.workspace.fs.writeFile(file(path), typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

  beforeEach(() => {
    // The editor keeps documents for a while after they were closed; a name of its own keeps the tests apart.
    path = `saving-${Math.random().toString(36).slice(2)}.gloss.yaml`;
  });

  afterEach(async () => {
    await revert();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if ((await onDisk(path)) !== null) await vscode.workspace.fs.delete(file(path));
  });

  it('creates it, and replaces it', async () => {
    equal(await save(null, 'one\n'), null);
    equal(await save('one\n', 'two\n'), null);
    equal(await onDisk(path), 'two\n');
  });

  it('C9: keeps what others have written meanwhile, and says what was found and written', async () => {
    await write(sidecar('lamp', 'bell'));
    const edit = { path, before: sidecar('lamp'), after: sidecar('lamp', 'rope') };
    const result = await saveEdit(folder().uri, edit, platform);
    const text = (await onDisk(path)) ?? '';
    for (const quote of ['lamp', 'bell', 'rope']) equal(text.split(`quote: the ${quote}\n`).length, 2, quote);
    deepEqual(result, { ok: true, saved: { path, before: sidecar('lamp', 'bell'), after: text } });
  });

  it('C9: refuses what others have changed in the same place', async () => {
    await write(sidecar('lamp').replace('the lamp', 'their lamp'));
    const why = await save(sidecar('lamp'), sidecar('lamp').replace('the lamp', 'our lamp'));
    match(why ?? '', /changed by somebody else in this moment, just where you changed it too/);
    match((await onDisk(path)) ?? '', /their lamp/);
  });

  it('refuses what others have written, created or removed meanwhile, where it cannot be put together', async () => {
    match((await save('one\n', 'two\n')) ?? '', /removed by somebody else/);
    await write('theirs\n');
    for (const before of [null, 'ours\n']) match((await save(before, 'x')) ?? '', /changed by somebody else/);
    equal(await onDisk(path), 'theirs\n');
  });

  it('refuses a file that is no text', async () => {
    const bytes = new Uint8Array([0, 1, 2, 255]);
    await write(bytes);
    match((await save(null, 'x')) ?? '', /It is not UTF-8 text/);
    deepEqual([...(await vscode.workspace.fs.readFile(file(path)))], [...bytes]);
  });

  it('keeps a byte order mark', async () => {
    await write('\ufeffone\n');
    equal(await save('one\n', 'two\n'), null);
    deepEqual([...(await vscode.workspace.fs.readFile(file(path)))].slice(0, 4), [0xef, 0xbb, 0xbf, 0x74]);
  });

  it('C8: changes an unsaved editor and not the disk behind it, in one step that can be undone', async () => {
    await write('one\r\ntwo\r\nthree\r\n');
    const { document } = await type('typed\r\n');
    equal(await save('typed\r\none\r\ntwo\r\nthree\r\n', 'typed\r\none\r\nTWO\r\nthree\r\nfour\r\n'), null);
    equal(document.getText(), 'typed\r\none\r\nTWO\r\nthree\r\nfour\r\n');
    ok(document.isDirty, 'Saving is left to the person');
    equal(await onDisk(path), 'one\r\ntwo\r\nthree\r\n');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), 'typed\r\none\r\ntwo\r\nthree\r\n');
  });

  it('C8: keeps what the unsaved editor holds, or refuses', async () => {
    await write(sidecar('bell'));
    const { document } = await type('# typed\n');
    equal(await save(sidecar('bell'), sidecar('bell', 'rope')), null);
    match(document.getText(), /^# typed\n[^]*the bell[^]*the rope/);
    match((await save('one\n', 'two\n')) ?? '', /Nothing was written/);
    equal(await onDisk(path), sidecar('bell'));
  });

  it('C1–C3: says why it could not', async () => {
    for (const [code, words] of [
      ['ENOSPC', /the disk is full/],
      ['EACCES', /read-only/],
      ['EBUSY', /keeps the file busy/],
    ] as const) {
      const changeText = () => Promise.reject(Object.assign(new Error('no'), { code }));
      match((await save(null, 'x', { ...platform, changeText })) ?? '', words);
    }
    equal(await onDisk(path), null);
  });

  describe('of several', () => {
    let edits: FileEdit[];
    const failing: Platform = {
      ...platform,
      changeText: (uri, root, change) =>
        uri.path.endsWith('never.gloss.yaml')
          ? Promise.reject(Object.assign(new Error('no'), { code: 'ENOSPC' }))
          : platform.changeText(uri, root, change),
    };

    beforeEach(() => {
      edits = [
        { path, before: sidecar('lamp'), after: sidecar('lamp', 'rope') },
        { path: 'never.gloss.yaml', before: null, after: sidecar('bell') },
      ];
    });

    it('C10: takes the first back when the second fails, and keeps what others wrote', async () => {
      await write(sidecar('lamp', 'bell'));
      const result = await saveEdits(folder().uri, edits, failing);
      match(result.ok ? '' : result.why, /the disk is full.*put back as it was/);
      equal(await onDisk(path), sidecar('lamp', 'bell'));
    });

    it('C10: removes again what it has made', async () => {
      const made = edits.map((edit) => ({ ...edit, before: null }));
      equal((await saveEdits(folder().uri, made, failing)).ok, false);
      equal(await onDisk(path), null);
    });

    it('answers with all that was written', async () => {
      await write(sidecar('lamp'));
      const result = await saveEdits(folder().uri, edits.slice(0, 1), failing);
      deepEqual(result, { ok: true, saved: edits.slice(0, 1) });
    });
  });

  async function type(text: string): Promise<vscode.TextEditor> {
    const editor = await show(path);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    return editor;
  }
});

describe('saving a gloss file on no disk', () => {
  let scheme: string;
  let root: vscode.Uri;
  const edit = { path: 'a.gloss.yaml', before: sidecar('lamp'), after: sidecar('lamp', 'rope') };
  const at = '/archive/a.gloss.yaml';
  let files: MemoryFiles;
  let provider: vscode.Disposable;
  const register = (isReadonly: boolean) => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly, isCaseSensitive: true });
  };

  beforeEach(() => {
    // The editor remembers of a scheme that it was read-only.
    scheme = `lantern${Math.random().toString(36).slice(2)}`;
    root = vscode.Uri.from({ scheme, path: '/archive' });
    files = new MemoryFiles();
    files.put(at, edit.before);
  });

  afterEach(() => void provider.dispose());

  it('C14: writes where it may, and keeps what others write in between', async () => {
    register(false);
    equal((await saveEdit(root, edit, platform)).ok, true);
    equal(files.text(at), edit.after);
    files.put(at, sidecar('lamp', 'bell'));
    equal((await saveEdit(root, edit, platform)).ok, true);
    match(files.text(at) ?? '', /bell[^]*rope|rope[^]*bell/);
  });

  it('C9: keeps what others write right after it', async () => {
    register(false);
    // One that had read the file before, and one that had read it after.
    for (const theirs of [sidecar('lamp', 'bell'), sidecar('lamp', 'bell', 'rope')]) {
      files.put(at, edit.before);
      files.afterWrite = () => {
        files.afterWrite = () => undefined;
        files.put(at, theirs);
      };
      equal((await saveEdit(root, edit, platform)).ok, true);
      for (const quote of ['lamp', 'bell', 'rope']) {
        equal(files.text(at)?.split(`quote: the ${quote}\n`).length, 2, quote);
      }
    }
  });

  it('C14: says that it is read-only', async () => {
    register(true);
    const result = await saveEdit(root, edit, platform);
    match(result.ok ? '' : result.why, /the folder or the file is read-only/);
    equal(files.text(at), edit.before);
  });

  it('C1: puts the old bytes back after a write that took only a part', async () => {
    register(false);
    files.takes = edit.before.length;
    const result = await saveEdit(root, edit, platform);
    match(result.ok ? '' : result.why, /the disk is full/);
    equal(files.text(at), edit.before);
  });

  it('C10: puts aside what is being written, until it is', async () => {
    register(false);
    const storage = vscode.Uri.from({ scheme, path: '/storage' });
    const safe = { ...platform, changeText: throughEditor(new Recovery(storage)) };
    const aside = () => files.paths.filter((path) => path.startsWith('/storage/'));
    let during = '';
    files.beforeWrite = ({ path }) => {
      if (path === at) during = files.text(aside()[0] ?? '') ?? '';
    };
    equal((await saveEdit(root, edit, safe)).ok, true);
    deepEqual(JSON.parse(during), { uri: `${scheme}:${at}`, before: edit.before, after: edit.after });
    deepEqual(aside(), []);

    // What was put aside for a file that is whole is of no use to anybody, and nobody is asked.
    await new Recovery(storage).putAside({ uri: `${scheme}:${at}`, before: edit.before, after: edit.after });
    equal(aside().length, 1);
    await new Recovery(storage).offer();
    deepEqual(aside(), []);
  });

  it('C10: tells a file that was not written to its end', () => {
    const aside = { uri: '', before: 'old', after: 'old and new' };
    for (const now of [null, '', 'ol', 'old a']) ok(isTorn(now, aside), String(now));
    for (const now of ['old', 'old and new', 'other']) ok(!isTorn(now, aside), now);
    ok(!isTorn(null, { ...aside, before: null }));
  });
});
