import * as vscode from 'vscode';
import { equal, match, ok } from '../support/assert';
import { cardsAt, eventually, onDisk, revert, selectText, show, writeOnDisk } from '../support/editing';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = 'archives/harbour.txt.gloss.yaml';
const REGISTRY = 'entities.gloss.yaml';
const FILES = [SIDECAR, REGISTRY, 'postgloss.yaml'];

/** Waits until the files that were put back have been read again: the next test would find the last one's annotations. */
async function readAgain(): Promise<void> {
  const { document } = await show(ARCHIVE);
  await eventually('the files are read again', async () => {
    const cards = await Promise.all(
      ['a mistake that', 'Oran’s crew', 'It was never insured', 'The bell was never'].map((text) =>
        cardsAt(document, text),
      ),
    );
    return cards[0]?.includes('Compare the wall') && cards[1]?.includes('person') && cards[2] === '' && cards[3] === '';
  });
}

describe('annotating', () => {
  const before = new Map<string, string | null>();

  beforeEach(async () => {
    for (const path of FILES) before.set(path, await onDisk(path));
  });

  afterEach(async () => {
    await revert();
    for (const [path, text] of before) if (text !== null) await writeOnDisk(path, text);
    await readAgain();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tags a passage: one record more, in the order of the text, and not a byte of the others changed', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'The wall was built in 1911');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'evidence' });
    const sidecar = (await onDisk(SIDECAR)) ?? '';
    ok(sidecar.startsWith(before.get(SIDECAR) ?? '?'), 'the old part has changed');
    const added = sidecar.slice(before.get(SIDECAR)?.length);
    match(
      added,
      /^ {2}- id: [a-z0-9]{8}\n {4}post: 2017-03-12\/who-pays-for-the-wall\n {4}quote: The wall was built in 1911\n/,
    );
    match(added, /\n {4}tags:\n {6}- evidence\n/);
    match(await cardsAt(editor.document, 'The wall was built'), /Annotation.*evidence/);
  });

  it('tags several selections at once, and adds a tag to what is annotated already', async () => {
    const editor = await show(ARCHIVE);
    const first = selectText(editor, 'It was never insured');
    const second = selectText(editor, 'The bell was never found');
    const both = [first, second].map((range) => new vscode.Selection(range.start, range.end));
    editor.selections = both;
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    // Tagging collapses the selections, so that the colour is seen.
    ok(editor.selections.every(({ isEmpty }) => isEmpty));
    editor.selections = both;
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'evidence' });
    const sidecar = (await onDisk(SIDECAR)) ?? '';
    equal(sidecar.split('- id: ').length - 1, 3);
    equal(sidecar.split('tags:\n      - claim\n      - evidence\n').length - 1, 2);
  });

  it('repeats the last tag', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'It was never insured');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim/unsourced' });
    selectText(editor, 'The bell was never found');
    await vscode.commands.executeCommand('postgloss.tagAgain');
    equal(((await onDisk(SIDECAR)) ?? '').split('- claim/unsourced').length - 1, 2);
  });

  it('adds a new tag to the codebook', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Who pays for the');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'money' });
    equal(await onDisk('postgloss.yaml'), `${before.get('postgloss.yaml') ?? ''}  - id: money\n`);
  });

  it('writes a note, and shows it in the card of the passage', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'He took the harbour’s bell with him');
    await vscode.commands.executeCommand('postgloss.writeNote', { note: 'no: ask the diver' });
    match((await onDisk(SIDECAR)) ?? '', /note: "?no: ask the diver"?\n/);
    match(await cardsAt(editor.document, 'He took the harbour'), /ask the diver/);
  });

  it('makes an entity of a selection: its mentions light up at once', async () => {
    const editor = await show(ARCHIVE);
    const range = selectText(editor, 'Lantern Trust');
    await vscode.commands.executeCommand('postgloss.newEntity', { type: 'organization' });
    equal(
      await onDisk(REGISTRY),
      `${before.get(REGISTRY) ?? ''}  - id: lantern-trust\n    name: Lantern Trust\n    type: organization\n`,
    );
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      editor.document.uri,
      range.start,
    );
    ok(marks.some((mark) => mark.range.isEqual(range)));
  });

  it('adds a spelling to an entity, and changes one line', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Qassem Oran');
    await vscode.commands.executeCommand('postgloss.addAlias', { entity: 'qasim-oran' });
    equal(
      await onDisk(REGISTRY),
      (before.get(REGISTRY) ?? '').replace('      - Oran\n', '      - Oran\n      - Qassem Oran\n'),
    );
    match(await cardsAt(editor.document, 'Qassem Oran'), /Qasim Oran/);
  });

  it('remembers that a mention is not the entity', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Oran’s crew');
    editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start);
    match(await cardsAt(editor.document, 'Oran’s crew'), /person/);
    await vscode.commands.executeCommand('postgloss.notThisEntity');
    match((await onDisk(SIDECAR)) ?? '', /quote: Oran\n[^]*not: qasim-oran\n/);
    ok(!(await cardsAt(editor.document, 'Oran’s crew')).includes('person'), 'the mention is still shown');
  });

  it('deletes the annotation at the cursor', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'a mistake that the town');
    await vscode.commands.executeCommand('postgloss.deleteAnnotation');
    equal(await onDisk(SIDECAR), 'postgloss: 1\nannotations: []\n');
  });

  it('undoes a command as one step, in all its files, and does it again', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Who pays for the');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'money' });
    const [sidecar, codebook] = [await onDisk(SIDECAR), await onDisk('postgloss.yaml')];
    await vscode.commands.executeCommand('postgloss.undoAnnotationChange');
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
    equal(await onDisk('postgloss.yaml'), before.get('postgloss.yaml') ?? null);
    await vscode.commands.executeCommand('postgloss.redoAnnotationChange');
    equal(await onDisk(SIDECAR), sidecar);
    equal(await onDisk('postgloss.yaml'), codebook);
  });

  it('C11: keeps what others did since when it undoes, and undoes nothing where they changed the same', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'It was never insured');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'evidence' });
    const tagged = (await onDisk(SIDECAR)) ?? '';
    await writeOnDisk(SIDECAR, tagged.replace('note: Compare the wall.', 'note: Compare the sea wall.'));
    await vscode.commands.executeCommand('postgloss.undoAnnotationChange');
    equal(await onDisk(SIDECAR), (before.get(SIDECAR) ?? '').replace('the wall.', 'the sea wall.'));

    selectText(editor, 'The bell was never found');
    await vscode.commands.executeCommand('postgloss.writeNote', { note: 'Ask the diver' });
    const changed = ((await onDisk(SIDECAR)) ?? '').replace('Ask the diver', 'Ask both divers');
    await writeOnDisk(SIDECAR, changed);
    await vscode.commands.executeCommand('postgloss.undoAnnotationChange');
    equal(await onDisk(SIDECAR), changed);
  });

  it('finds annotations again after the text was changed by another program', async () => {
    const editor = await show(ARCHIVE);
    const text = (await onDisk(ARCHIVE)) ?? '';
    await writeOnDisk(ARCHIVE, text.replace('Posts tagged', 'Posts\n\nThat were tagged'));
    await eventually('the editor shows the new text', () =>
      Promise.resolve(editor.document.getText().includes('That were')),
    );
    const card = await eventually('the annotation is there', async () => {
      const found = await cardsAt(editor.document, 'a mistake that the town');
      return found.includes('claim') && found;
    });
    match(card, /Compare the wall/);
    await writeOnDisk(ARCHIVE, text);
    await eventually('the old text is back', () => Promise.resolve(!editor.document.getText().includes('That were')));
  });

  it('never writes a sidecar that it does not understand', async () => {
    const broken = `${before.get(SIDECAR) ?? ''}  - id: [unclosed\n`;
    await writeOnDisk(SIDECAR, broken);
    const editor = await show(ARCHIVE);
    selectText(editor, 'It was never insured');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    equal(await onDisk(SIDECAR), broken);
    const newer = (before.get(SIDECAR) ?? '').replace('postgloss: 1', 'postgloss: 2');
    await writeOnDisk(SIDECAR, newer);
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    equal(await onDisk(SIDECAR), newer);
  });

  it('refuses a selection over two posts and an empty one, and writes nothing', async () => {
    const editor = await show(ARCHIVE);
    const first = selectText(editor, 'The Port Office gave no reason');
    const second = selectText(editor, 'The sea wall of Velmora');
    editor.selection = new vscode.Selection(first.start, second.end);
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
  });

  it('edits an open, unsaved sidecar through its editor', async () => {
    const sidecar = await show(SIDECAR);
    await sidecar.edit((edit) => edit.insert(new vscode.Position(0, 0), '# being edited\n'));
    const editor = await show(ARCHIVE);
    selectText(editor, 'It was never insured');
    await vscode.commands.executeCommand('postgloss.tagPassage', { tag: 'claim' });
    equal(await onDisk(SIDECAR), before.get(SIDECAR) ?? null);
    const text = sidecar.document.getText();
    match(text, /^# being edited\n/);
    match(text, /It was never insured/);
    await show(SIDECAR);
    await revert();
  });

  it('copies a passage with where it comes from', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'The Port Office gave no reason');
    await vscode.commands.executeCommand('postgloss.copyCitation');
    equal(
      await vscode.env.clipboard.readText(),
      '“The Port Office gave no reason” — Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04',
    );
  });
});
