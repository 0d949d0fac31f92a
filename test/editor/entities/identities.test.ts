import * as vscode from 'vscode';
import { EntityDrag } from '../../../src/editor/entities/entity-drag';
import { deepEqual, equal, match, ok, rejects } from '../support/assert';
import { cardsAt, eventually, onDisk, rangeOf, revert, show, writeOnDisk } from '../support/editing';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = 'archives/harbour.txt.gloss.yaml';
const REGISTRY = 'entities.gloss.yaml';
const FILES = [SIDECAR, REGISTRY];

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`postgloss.${command}`, ...args);
const undo = () => run('undoAnnotationChange');

/** A place to press F2 at: the n-th of a text in a document, one character into it. */
async function placeOf(path: string, text: string, n = 0): Promise<[vscode.TextDocument, vscode.Position]> {
  const { document } = await show(path);
  return [document, rangeOf(document, text, n).start.translate(0, 1)];
}

/** What F2 at a place would change: the files and the texts that are put in. */
async function renameEdits(path: string, text: string, to: string, n = 0): Promise<vscode.WorkspaceEdit> {
  const [document, position] = await placeOf(path, text, n);
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    to,
  );
}

/** What F2 at a place begins with. */
async function prepared(path: string, text: string, n = 0): Promise<string> {
  const [document, position] = await placeOf(path, text, n);
  const found = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
    'vscode.prepareRename',
    document.uri,
    position,
  );
  return `${document.getText(found.range)} → ${found.placeholder}`;
}

const edited = (edit: vscode.WorkspaceEdit) =>
  edit
    .entries()
    .map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.map(({ newText }) => newText).join('|')}`);

describe('who is who', () => {
  const before = new Map<string, string>();

  beforeEach(async () => {
    for (const path of FILES) before.set(path, (await onDisk(path)) ?? '');
    // Two decisions about the captain, one for him and one against.
    const said = `${before.get(SIDECAR) ?? ''}  - id: c4pt1
    post: 2016-05-04/the-harbour-is-closed
    quote: Port Office
    before: "(Photo: "
    after: ")"
    entity: port-office # by hand
  - id: c4pt2
    quote: Qasim Oran
    not: qasim-oran
    note: Which Oran?
`;
    await writeOnDisk(SIDECAR, said);
    before.set(`${SIDECAR} said`, said);
    const { document } = await show(ARCHIVE);
    await eventually('the archive is read', async () => (await cardsAt(document, 'Velmora')).includes('Velmora'));
    await eventually('the sidecar is read again', async () =>
      (await cardsAt(document, 'Port Office')).includes('linked'),
    );
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    for (const document of vscode.workspace.textDocuments) {
      if (!document.isDirty) continue;
      await vscode.window.showTextDocument(document);
      await revert();
    }
    for (const path of FILES) await writeOnDisk(path, before.get(path) ?? '');
    const { document } = await show(ARCHIVE);
    await eventually('the files are read again', async () => {
      const [card, place] = await Promise.all([cardsAt(document, 'Qasim Oran'), cardsAt(document, 'Velmora')]);
      return card.includes('**Qasim Oran**') && place.includes('place');
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  const said = () => before.get(`${SIDECAR} said`) ?? '';
  const registry = () => before.get(REGISTRY) ?? '';

  it('renames from a command, name and id, and back in one step', async () => {
    await run('renameEntity', { entity: 'port-office', name: 'Harbour Office', id: 'harbour-office' });
    equal(
      await onDisk(REGISTRY),
      registry().replace(
        '- id: port-office\n    name: Port Office\n    type: organization\n',
        '- id: harbour-office\n    name: Harbour Office\n    type: organization\n    aliases:\n      - Port Office\n',
      ),
    );
    equal(await onDisk(SIDECAR), said().replace('entity: port-office #', 'entity: harbour-office #'));
    const { document } = await show(ARCHIVE);
    match(await cardsAt(document, 'Port Office'), /Harbour Office/);
    await undo();
    equal(await onDisk(REGISTRY), registry());
    equal(await onDisk(SIDECAR), said());
    await run('redoAnnotationChange');
    match((await onDisk(SIDECAR)) ?? '', /entity: harbour-office #/);
    await undo();
  });

  it('answers F2 on a mention, a record and a link, and nowhere else', async () => {
    equal(await prepared(ARCHIVE, 'Captain Qasim Oran').catch(() => 'none'), 'none');
    equal(await prepared(ARCHIVE, 'Velmora'), 'Velmora → Velmora');
    equal(await prepared(REGISTRY, 'Port Office'), 'Port Office → Port Office');
    equal(await prepared(REGISTRY, 'port-office'), 'port-office → port-office');
    equal(await prepared(SIDECAR, 'port-office'), 'port-office → port-office');
    equal(await prepared(SIDECAR, 'qasim-oran'), 'qasim-oran → qasim-oran');
    await rejects(prepared(REGISTRY, 'organization'), /name or on the id/);
    await rejects(prepared(SIDECAR, 'claim'), /id of an entity/);
    await rejects(prepared(ARCHIVE, 'a mistake that'), /no mention/);
    // Files of no archive have no rename of ours.
    const other = await vscode.workspace.openTextDocument({ content: 'Velmora', language: 'plaintext' });
    const edit = await vscode.commands
      .executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        other.uri,
        new vscode.Position(0, 1),
        'x',
      )
      .then(
        (found) => found?.size ?? 0,
        () => 0,
      );
    equal(edit, 0);
  });

  it('gives F2 the smallest edits there are, in the registry and in the sidecars', async () => {
    const name = await renameEdits(ARCHIVE, 'Velmora', 'Old  Velmora');
    deepEqual(edited(name), [`${REGISTRY} Old |    aliases:\n      - Velmora\n`]);
    const id = await renameEdits(REGISTRY, 'port-office', 'the-port-office');
    deepEqual(edited(id).sort(), [`${REGISTRY} the-`, 'harbour.txt.gloss.yaml the-']);
    // Nothing has been written.
    equal(await onDisk(REGISTRY), registry());
    await rejects(renameEdits(REGISTRY, 'port-office', 'velmora'), /already/);
    await rejects(renameEdits(SIDECAR, 'port-office', 'two words'), /cannot be an id/);
  });

  it('takes F2 back from wherever it was asked for', async () => {
    const edit = await renameEdits(SIDECAR, 'port-office', 'harbour-office');
    ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    await eventually('both files are written', async () => {
      const texts = await Promise.all(FILES.map(onDisk));
      return texts.every((text) => text?.includes('harbour-office'));
    });
    await show(ARCHIVE);
    await eventually('it is taken back', async () => {
      await undo();
      return (await onDisk(SIDECAR)) === said() && (await onDisk(REGISTRY)) === registry();
    });
  });

  it('merges two entities, and relinks', async () => {
    await run('mergeEntity', { entity: 'port-office', into: 'velmora' });
    const text = (await onDisk(REGISTRY)) ?? '';
    match(text, /- id: velmora\n {4}name: Velmora\n {4}type: place\n {4}aliases:\n {6}- Port Office\n/);
    ok(!text.includes('port-office'));
    match(text, /# The office, not the port\./);
    match((await onDisk(SIDECAR)) ?? '', /entity: velmora # by hand/);
    const { document } = await show(ARCHIVE);
    match(await cardsAt(document, 'Port Office'), /Velmora/);
    await undo();
    equal(await onDisk(SIDECAR), said());
    match((await onDisk(REGISTRY)) ?? '', /- id: port-office\n/);
  });

  it('splits a part of an entity off, for a post too', async () => {
    const posts = ['2016-05-04/the-harbour-is-closed'];
    await run('splitEntity', {
      entity: 'qasim-oran',
      name: 'Dalia Oran',
      spellings: ['Oran'],
      shared: ['Oran'],
      posts,
    });
    match(
      (await onDisk(REGISTRY)) ?? '',
      /- id: dalia-oran\n {4}name: Dalia Oran\n {4}type: person\n {4}aliases:\n {6}- Oran\n/,
    );
    const text = (await onDisk(SIDECAR)) ?? '';
    match(text, /quote: Oran\n(?: {4}.*\n)*? {4}entity: dalia-oran\n {4}scope: post\n/);
    await undo();
    equal(await onDisk(SIDECAR), said());
    equal(await onDisk(REGISTRY), registry());
  });

  it('changes types, moves and removes aliases, and deletes', async () => {
    await run('changeEntityType', { entity: 'velmora', type: 'group' });
    match((await onDisk(REGISTRY)) ?? '', /name: Velmora\n {4}type: group/);
    await run('moveEntityAlias', { entity: 'qasim-oran', alias: 'Oran', to: 'velmora' });
    match((await onDisk(REGISTRY)) ?? '', /type: group\n {4}aliases:\n {6}- Oran\n/);
    await run('removeEntityAlias', { entity: 'velmora', alias: 'Oran' });
    match((await onDisk(REGISTRY)) ?? '', /type: group\n {4}not:\n {6}- Oran\n/);
    for (let i = 0; i < 3; i++) await undo();
    equal(await onDisk(REGISTRY), registry());
    await run('deleteEntity', { entity: 'port-office', sure: true });
    ok(!((await onDisk(REGISTRY)) ?? '').includes('port-office'));
    // The link was all that the record said; the decision about the captain stays.
    equal(await onDisk(SIDECAR), said().replace(/ {2}- id: c4pt1\n(?: {4}.*\n)*/, ''));
    await undo();
    await run('deleteEntity', { entity: 'qasim-oran', sure: true });
    match((await onDisk(SIDECAR)) ?? '', /id: c4pt2\n {4}quote: Qasim Oran\n {4}note: Which Oran\?\n/);
    await undo();
    equal(await onDisk(SIDECAR), said());
  });

  it('writes nothing where a sidecar that would have to follow cannot be written', async () => {
    const newer = said().replace('postgloss: 1', 'postgloss: 2');
    await writeOnDisk(SIDECAR, newer);
    await run('renameEntity', { entity: 'port-office', id: 'harbour-office' });
    await run('mergeEntity', { entity: 'port-office', into: 'velmora' });
    equal(await onDisk(SIDECAR), newer);
    equal(await onDisk(REGISTRY), registry());
  });

  it('lets only entities be dragged', () => {
    const drag = new EntityDrag(undefined as never);
    const archive = {} as never;
    const entity = { kind: 'entity' as const, archive, entityId: 'velmora' };
    const all = new vscode.DataTransfer();
    drag.handleDrag([entity], all);
    const dragged: unknown = all.get(drag.dragMimeTypes[0] ?? '')?.value;
    ok(Array.isArray(dragged) && dragged[0] === entity);
    const mixed = new vscode.DataTransfer();
    drag.handleDrag([entity, { kind: 'branch' }], mixed);
    equal(mixed.get(drag.dragMimeTypes[0] ?? ''), undefined);
  });
});
