import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../support/assert';
import { writeParts } from '../../../src/editor/commands/carry-out';
import { type Writer } from '../../../src/editor/archive/writer';
import { cardsAt, eventually, onDisk, revert, selectText, show, writeOnDisk } from '../support/editing';
import { file } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = 'archives/harbour.txt.gloss.yaml';
const BELL = 'notes/2018-01-05-bell.md.gloss.yaml';
const CODEBOOK = 'postgloss.yaml';
const FILES = [SIDECAR, CODEBOOK];

const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(`postgloss.${command}`, argument);
const undo = () => run('undoAnnotationChange');

/** The quotes and tags of a sidecar, in the order of its records. */
async function records(path: string): Promise<string[]> {
  const text = (await onDisk(path)) ?? '';
  return text
    .split(/^ {2}- /m)
    .slice(1)
    .map((record) => {
      const quote = /quote: (.*)/.exec(record)?.[1] ?? '';
      const tags = [...record.matchAll(/^ {6}- (.*)$/gm)].map(([, tag]) => tag);
      return `${quote} [${tags.join(' ')}]`;
    });
}

describe('many annotations at once', () => {
  const before = new Map<string, string | null>();

  beforeEach(async () => {
    for (const path of FILES) before.set(path, await onDisk(path));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await revert();
    for (const [path, text] of before) if (text !== null) await writeOnDisk(path, text);
    if ((await onDisk(BELL)) !== null) await vscode.workspace.fs.delete(file(BELL));
    const { document } = await show(ARCHIVE);
    await eventually('the files are read again', async () => {
      const cards = await Promise.all(['a mistake that', 'Velmora closed'].map((text) => cardsAt(document, text)));
      return cards[0]?.includes('Compare the wall') && cards[0].includes('claim') && !cards[1]?.includes('Annotation');
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tags every place of the selected text in the archive, as one step', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Velmora');
    const count = editor.document.getText().split('Velmora').length - 1;
    ok(count > 1);
    await run('tagAllOccurrences', { tag: 'place', text: 'velmora', scope: 'archive' });
    const tagged = (await records(SIDECAR)).filter((record) => record === 'Velmora [place]');
    equal(tagged.length, count);
    ok((await records(BELL)).includes('Velmora [place]'), 'the note has a place too');
    match((await onDisk(CODEBOOK)) ?? '', / {2}- id: place\n$/);
    match(await cardsAt(editor.document, 'Velmora'), /Annotation.*place/);
    await undo();
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
    equal(await onDisk(CODEBOOK), before.get(CODEBOOK) ?? null);
    deepEqual(await records(BELL), []);
  });

  it('tags every mention of an entity in a post, and only those without a tag where that is wanted', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Captain Qasim Oran');
    await run('tagAllOccurrences', { tag: 'captain', entity: 'qasim-oran', scope: 'post' });
    const first = await records(SIDECAR);
    ok(first.some((record) => record.endsWith('Oran [captain]')));
    await run('tagAllOccurrences', { tag: 'evidence', entity: 'qasim-oran', scope: 'file', untagged: true });
    const all = await records(SIDECAR);
    deepEqual(
      all.filter((record) => record.includes('[captain')),
      first.filter((record) => record.includes('[captain')),
    );
    ok(all.some((record) => record.endsWith('Oran [evidence]')));
  });

  it('removes the tag from every place again, and whole annotations', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Port Office');
    await run('tagAllOccurrences', { tag: 'claim', scope: 'file' });
    const tagged = await onDisk(SIDECAR);
    ok(tagged !== before.get(SIDECAR));
    await run('removeAllOccurrences', { tag: 'claim', scope: 'file' });
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
    await undo();
    equal(await onDisk(SIDECAR), tagged);
    await run('removeAllOccurrences', { annotations: true, text: 'port office', scope: 'archive' });
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
  });

  it('asks one thing after the other, and writes what is ticked', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'bell');
    void run('tagAllOccurrences', { tag: 'evidence' });
    // Where, how exactly, and the places themselves: each is answered as it stands. A list may not have come up yet.
    await eventually('the places are tagged', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await records(SIDECAR)).some((record) => record === 'bell [evidence]');
    });
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith(ARCHIVE), true);
  });

  it('writes nothing when somebody turns away', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'bell');
    const running = run('tagAllOccurrences', { tag: 'evidence' });
    let over = false;
    void running.then(() => (over = true));
    await eventually('the command ends', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
  });

  it('renames a tag with its kinds everywhere, and back to the same bytes', async () => {
    await show(ARCHIVE);
    await run('renameTag', { tag: 'claim', to: 'assertion' });
    equal(await onDisk(CODEBOOK), (before.get(CODEBOOK) ?? '').replaceAll('id: claim', 'id: assertion'));
    equal(await onDisk(SIDECAR), (before.get(SIDECAR) ?? '').replace('- claim\n', '- assertion\n'));
    const renamed = await onDisk(SIDECAR);
    await undo();
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
    equal(await onDisk(CODEBOOK), before.get(CODEBOOK) ?? null);
    await run('redoAnnotationChange');
    equal(await onDisk(SIDECAR), renamed);
    await run('renameTag', { tag: 'assertion', to: 'claim' });
    equal(await onDisk(CODEBOOK), before.get(CODEBOOK) ?? null);
  });

  it('merges, moves, describes, colours and deletes tags', async () => {
    await show(ARCHIVE);
    await run('mergeTag', { tag: 'claim', into: 'evidence' });
    match((await records(SIDECAR)).join('\n'), / \[evidence\]$/);
    await undo();
    await run('moveTag', { tag: 'evidence', under: 'claim' });
    match((await onDisk(CODEBOOK)) ?? '', /id: claim\/evidence\n {4}color: green\n/);
    await run('moveTag', { tag: 'claim/evidence', under: '' });
    equal(await onDisk(CODEBOOK), before.get(CODEBOOK) ?? null);
    await run('describeTag', { tag: 'evidence', description: 'Something shows it' });
    await run('recolorTag', { tag: 'evidence', color: 'red' });
    match((await onDisk(CODEBOOK)) ?? '', /id: evidence\n {4}description: Something shows it\n {4}color: red\n/);
    await run('deleteTag', { tag: 'claim', annotations: true });
    ok(!((await onDisk(CODEBOOK)) ?? '').includes('claim'));
    // It has a note, and therefore stays.
    match((await onDisk(SIDECAR)) ?? '', /note: Compare the wall/);
    ok(!((await onDisk(SIDECAR)) ?? '').includes('claim'));
    await run('newTag', { tag: 'rumour/old', description: 'Long ago', color: 'grey' });
    match((await onDisk(CODEBOOK)) ?? '', / {2}- id: rumour\/old\n {4}description: Long ago\n {4}color: grey\n$/);
  });

  it('changes no tag where one of the sidecars cannot be written', async () => {
    const newer = (before.get(SIDECAR) ?? '').replace('postgloss: 1', 'postgloss: 2');
    await writeOnDisk(SIDECAR, newer);
    await show(ARCHIVE);
    // Whether the archive knows of it yet or finds it when it is about to write, the codebook is as it was in the end.
    await run('renameTag', { tag: 'claim', to: 'assertion' });
    equal(await onDisk(SIDECAR), newer);
    equal(await onDisk(CODEBOOK), before.get(CODEBOOK) ?? null);
  });
});

describe('writing many files', () => {
  const PATHS = ['a.txt.gloss.yaml', 'b.txt.gloss.yaml', 'c.txt.gloss.yaml'];
  const sidecar = (tag: string) => `postgloss: 1\nannotations:\n  - id: one\n    quote: q\n    tags:\n      - ${tag}\n`;

  /** Files in a map, that are written as an archive writes them. */
  function writer(): { files: Map<string, string>; archive: Writer } {
    const files = new Map(PATHS.map((path) => [path, sidecar('old')]));
    const archive: Writer = {
      core: { ownText: (path) => files.get(path) ?? null },
      write: (_, make) => {
        const decision = make();
        if (!decision.ok) return Promise.resolve(null);
        for (const { path, after } of decision.edits) files.set(path, after);
        return Promise.resolve(decision.edits);
      },
    };
    return { files, archive };
  }

  const part = (path: string) => ({
    path,
    decide: () => ({ ok: true as const, edits: [{ path, before: sidecar('old'), after: sidecar('new') }] }),
  });
  const content = (files: Map<string, string>) => PATHS.map((path) => /- (old|new)$/m.exec(files.get(path) ?? '')?.[1]);

  it('writes all of them, and tells how far it is', async () => {
    const { files, archive } = writer();
    const told: string[] = [];
    const token = { isCancellationRequested: false };
    const written = await writeParts(archive, PATHS.map(part), (done, all) => told.push(`${done}/${all}`), token);
    deepEqual(content(files), ['new', 'new', 'new']);
    deepEqual(told, ['1/3', '2/3', '3/3']);
    equal(written?.length, 3);
  });

  it('takes back what was written when it is cancelled in between', async () => {
    const { files, archive } = writer();
    const token = { isCancellationRequested: false };
    const seen: unknown[] = [];
    const written = await writeParts(
      archive,
      PATHS.map(part),
      (done) => {
        seen.push(content(files));
        token.isCancellationRequested = done === 2;
      },
      token,
    );
    equal(written, null);
    deepEqual(seen.at(-1), ['new', 'new', 'old']);
    deepEqual(content(files), ['old', 'old', 'old']);
  });

  it('takes back what was written when a file cannot be', async () => {
    const { files, archive } = writer();
    const refused = { path: PATHS[2] ?? '', decide: () => ({ ok: false as const, why: 'The disk is full.' }) };
    const parts = [...PATHS.slice(0, 2).map(part), refused];
    equal(await writeParts(archive, parts, () => undefined, { isCancellationRequested: false }), null);
    deepEqual(content(files), ['old', 'old', 'old']);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
