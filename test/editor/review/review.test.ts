import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../support/assert';
import { cardsAt, eventually, onDisk, rangeOf, revert, selectText, show, writeOnDisk } from '../support/editing';
import { file, folder } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = `${ARCHIVE}.gloss.yaml`;
const REGISTRY = 'entities.gloss.yaml';
const FILES = [ARCHIVE, SIDECAR, REGISTRY, 'postgloss.yaml'];
const FIRST = '2016-05-04/the-harbour-is-closed';
const LAST = '2017-11-30/a-captains-last-voyage';

/** Its words stand in another post than the record says. */
const CHANGED = `  - id: cccccccc\n    post: ${FIRST}\n    quote: The bell was never found\n    tags:\n      - claim\n`;
/** Its words stand in several places. */
const AMBIGUOUS = '  - id: aaaaaaaa\n    quote: the Port Office\n    tags:\n      - claim\n';
const ORPHAN = '  - id: oooooooo\n    quote: nowhere to be found\n    tags:\n      - claim\n';

/** What a link says of an annotation. */
const named = (annotation: string | number, more: object = {}) => ({
  archive: folder().uri.toString(),
  path: ARCHIVE,
  annotation,
  ...more,
});
const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`postgloss.${command}`, ...(argument === undefined ? [] : [argument]));
const sidecar = async () => (await onDisk(SIDECAR)) ?? '';

function problemsOf(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'postgloss');
}

const codesOf = (path: string) =>
  problemsOf(path)
    .flatMap(({ code }) => (typeof code === 'string' ? code : []))
    .sort();

/** The quick fixes of ours at a range, by their titles. */
async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<Map<string, vscode.CodeAction>> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
  );
  const own = actions.filter(
    ({ command }) => command?.command.startsWith('postgloss.') ?? command?.command === 'vscode.open',
  );
  // What is offered for a selected name, whatever stands there, is another matter.
  const fixes = own.filter(({ kind }) => kind?.value === vscode.CodeActionKind.QuickFix.value);
  const found = fixes.filter(({ title }) => !/ as alias of…$|^New entity /.test(title));
  return new Map(found.map((action) => [action.title, action]));
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action?.command, 'there is no such fix');
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

describe('the review queue', () => {
  const before = new Map<string, string>();

  /** Puts records into the sidecar, as another program would, and waits until their problems are known. */
  async function given(records: string, codes: readonly string[]): Promise<vscode.TextEditor> {
    const editor = await show(ARCHIVE);
    await writeOnDisk(SIDECAR, (before.get(SIDECAR) ?? '') + records);
    await eventually(`the problems are ${codes.join(', ')}`, () =>
      Promise.resolve(codesOf(SIDECAR).join() === codes.join()),
    );
    return editor;
  }

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of FILES) before.set(path, (await onDisk(path)) ?? '');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await revert();
    for (const [path, text] of before) if ((await onDisk(path)) !== text) await writeOnDisk(path, text);
    await eventually('all problems are gone', () => Promise.resolve(FILES.flatMap(problemsOf).length === 0));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('accepts a place: the record says what stands there, and undo takes it back', async () => {
    await given(CHANGED, ['changed']);
    const was = await sidecar();
    await run('acceptPlace', named('cccccccc'));
    const now = await sidecar();
    ok(now.startsWith(before.get(SIDECAR) ?? '?'), 'another record has changed');
    match(now, new RegExp(`post: ${LAST}\n {4}quote: The bell was never found\n {4}after: "\\."\n`));
    await eventually('nothing is left to review', () => Promise.resolve(FILES.flatMap(problemsOf).length === 0));
    await run('undoAnnotationChange');
    equal(await sidecar(), was);
  });

  it('chooses one of several places', async () => {
    const { document } = await given(AMBIGUOUS, ['ambiguous']);
    const start = document.offsetAt(rangeOf(document, 'the Port Office says').start);
    await run('choosePlace', named('aaaaaaaa', { start }));
    match(await sidecar(), new RegExp(`id: aaaaaaaa\n {4}post: ${LAST}\n`));
  });

  it('attaches an annotation to what is selected, in any post of its text', async () => {
    const editor = await given(ORPHAN, ['orphan']);
    selectText(editor, 'It was never insured');
    await run('attachToSelection', named('oooooooo'));
    match(
      await sidecar(),
      /id: oooooooo\n {4}post: 2017-03-12\/who-pays-for-the-wall\n {4}quote: It was never insured\n/,
    );
    match(await cardsAt(editor.document, 'It was never insured'), /claim/);
  });

  it('attaches to nothing where nothing is selected', async () => {
    const editor = await given(ORPHAN, ['orphan']);
    const was = await sidecar();
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('attachToSelection', named('oooooooo'));
    await run('attachToSelection');
    equal(await sidecar(), was);
  });

  it('keeps an annotation without a place, and asks no more', async () => {
    await given(ORPHAN, ['orphan']);
    await run('keepOrphan', named('oooooooo'));
    match(await sidecar(), /quote: nowhere to be found\n {4}orphan: kept\n/);
    await eventually('nothing is left to review', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });

  it('deletes an annotation, and undo brings it back as it was', async () => {
    await given(ORPHAN + CHANGED, ['changed', 'orphan']);
    const was = await sidecar();
    await run('deleteReviewed', named('oooooooo'));
    equal(await sidecar(), (before.get(SIDECAR) ?? '') + CHANGED);
    await run('undoAnnotationChange');
    equal(await sidecar(), was);
  });

  it('accepts all places of a file that are sure enough, as one step', async () => {
    const second = CHANGED.replace('cccccccc', 'dddddddd').replace('The bell was never found', 'left Velmora for good');
    await given(CHANGED + second + AMBIGUOUS, ['ambiguous', 'changed', 'changed']);
    const was = await sidecar();
    await run('acceptAllPlaces', { archive: folder().uri.toString(), path: ARCHIVE });
    equal((await sidecar()).split(`post: ${LAST}`).length - 1, 2);
    await eventually('one is left', () => Promise.resolve(codesOf(SIDECAR).join() === 'ambiguous'));
    await run('undoAnnotationChange');
    equal(await sidecar(), was);
  });

  it('is worked through with the keyboard alone', async () => {
    const { document } = await given(CHANGED + ORPHAN, ['changed', 'orphan']);
    await run('reviewArchive');
    await run('showReview');
    await run('nextReviewItem', { focused: true });
    await run('previousReviewItem', { focused: true });
    // The keyboard is at the first item now; the key means that one, and what it leaves behind is the second.
    await eventually('the first is accepted', async () => {
      if (!(await sidecar()).includes(LAST)) await run('acceptPlace', { focused: true });
      return (await sidecar()).includes(`post: ${LAST}`);
    });
    await run('keepOrphan', { focused: true });
    match(await sidecar(), /id: oooooooo\n {4}quote: nowhere to be found\n {4}orphan: kept\n/);
    ok(!document.isDirty);
  });

  it('shows what was annotated beside what stands there', async () => {
    await given(CHANGED, ['changed']);
    await run('comparePlace', named('cccccccc'));
    await eventually('a comparison is open', () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return Promise.resolve(input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'postgloss-review');
    });
  });

  it('is in Problems too: at the record, and at the place in the text', async () => {
    const { document } = await given(CHANGED + AMBIGUOUS + ORPHAN, ['ambiguous', 'changed', 'orphan']);
    const [problem, ...others] = await eventually('the text has its problem', () =>
      Promise.resolve(problemsOf(ARCHIVE).length > 0 && problemsOf(ARCHIVE)),
    );
    deepEqual(others, []);
    ok(problem);
    equal(document.getText(problem.range), 'The bell was never found');
    equal(problem.severity, vscode.DiagnosticSeverity.Information);
    const [related] = problem.relatedInformation ?? [];
    const record = await vscode.workspace.openTextDocument(file(SIDECAR));
    match(record.getText(related?.location.range), /^id: cccccccc|^- id: cccccccc/);
  });

  it('offers what there is to do as quick fixes, in the text and at the record', async () => {
    const { document } = await given(CHANGED + AMBIGUOUS + ORPHAN, ['ambiguous', 'changed', 'orphan']);
    const all = ['Keep as orphan', 'Delete annotation', 'Show in Review'];
    const inText = await fixesAt(document.uri, rangeOf(document, 'bell was never'));
    deepEqual([...inText.keys()], ['Accept this place', ...all]);
    deepEqual([...(await fixesAt(document.uri, rangeOf(document, 'never insured'))).keys()], []);
    const record = await vscode.workspace.openTextDocument(file(SIDECAR));
    const at = (words: string) => fixesAt(record.uri, rangeOf(record, words));
    deepEqual([...(await at('The bell was never')).keys()], ['Accept this place', ...all]);
    deepEqual([...(await at('the Port Office')).keys()], ['Choose place…', ...all]);
    deepEqual([...(await at('nowhere to be')).keys()], all);
    await apply((await at('nowhere to be')).get('Keep as orphan'));
    match(await sidecar(), /orphan: kept/);
    await apply(inText.get('Accept this place'));
    match(await sidecar(), new RegExp(`post: ${LAST}`));
  });

  it('B7, B8: mends ids that are there twice, unknown tags and unknown entities by quick fixes', async () => {
    const twin =
      '  - id: h4rb0ur1\n    quote: It was never insured\n    entity: lantern-trust\n    tags:\n      - money\n';
    await given(twin, ['duplicate-id', 'unknown-entity', 'unknown-tag']);
    const record = await vscode.workspace.openTextDocument(file(SIDECAR));
    const { range: entityRange } = problemsOf(SIDECAR).find(({ code }) => code === 'unknown-entity') ?? {};
    const { range: tagRange } = problemsOf(SIDECAR).find(({ code }) => code === 'unknown-tag') ?? {};
    ok(entityRange && tagRange);
    const entity = await fixesAt(record.uri, entityRange);
    const [create] = (entity.get('Create entity “lantern-trust”…')?.command?.arguments ?? []) as object[];
    await run('createMissingEntity', { ...create, name: 'Lantern Trust', type: 'organization' });
    match((await onDisk(REGISTRY)) ?? '', /- id: lantern-trust\n {4}name: Lantern Trust\n {4}type: organization\n$/);
    await apply((await fixesAt(record.uri, tagRange)).get('Add “money” to the codebook'));
    match((await onDisk('postgloss.yaml')) ?? '', /- id: money\n$/);
    const { range } = problemsOf(SIDECAR).find(({ code }) => code === 'duplicate-id') ?? {};
    ok(range);
    await apply((await fixesAt(record.uri, range)).get('Give this one a new id'));
    const now = await sidecar();
    ok(now.startsWith(before.get(SIDECAR) ?? '?'), 'the first of the two has changed');
    match(now, /- id: [g-z][0-9a-z]{7}\n {4}quote: It was never insured\n/);
    await eventually('all is mended', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });

  it('B7: deletes of two annotations of one id the one that is meant', async () => {
    await given(ORPHAN.replace('oooooooo', 'h4rb0ur1'), ['duplicate-id', 'orphan']);
    const record = await vscode.workspace.openTextDocument(file(SIDECAR));
    await apply((await fixesAt(record.uri, rangeOf(record, 'nowhere to be'))).get('Delete annotation'));
    equal(await sidecar(), before.get(SIDECAR) ?? '');
  });

  it('says in the card that a place is not sure, and what was annotated', async () => {
    const { document } = await given(CHANGED, ['changed']);
    const card = await eventually('the card is there', async () => {
      const cards = await cardsAt(document, 'The bell was never found');
      return cards.includes('Accept this place') && cards;
    });
    match(card, /Keep as orphan.*Show in Review/);
    match(card, /surroundings have changed/);
  });

  it('A10: attaches nothing and writes nothing when a file is rewritten', async () => {
    const { document } = await given(CHANGED, ['changed']);
    const was = await sidecar();
    await writeOnDisk(ARCHIVE, 'Quite another article, of which nobody has annotated anything.\n');
    await eventually('the editor shows it', () => Promise.resolve(document.getText().startsWith('Quite')));
    await eventually('all have lost their place', () => Promise.resolve(codesOf(SIDECAR).join() === 'orphan,orphan'));
    await eventually('no place is marked', () => Promise.resolve(problemsOf(ARCHIVE).length === 0));
    equal(await sidecar(), was);
    await writeOnDisk(ARCHIVE, before.get(ARCHIVE) ?? '');
    await eventually('the old text is back', () => Promise.resolve(codesOf(SIDECAR).join() === 'changed'));
    equal(await sidecar(), was);
  });
});
