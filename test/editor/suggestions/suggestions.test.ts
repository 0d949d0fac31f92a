import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../support/assert';
import { cardsAt, eventually, onDisk, rangeOf, selectText, show, writeOnDisk } from '../support/editing';
import { folder } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = `${ARCHIVE}.gloss.yaml`;
const REGISTRY = 'entities.gloss.yaml';
const LAST = '2017-11-30/a-captains-last-voyage';

/** Two captains of one name. */
const BROTHER = '  - id: jon-oran\n    name: Jon Oran\n    type: person\n    aliases:\n      - Oran\n';

const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`postgloss.${command}`, ...(argument === undefined ? [] : [argument]));
const registry = async () => (await onDisk(REGISTRY)) ?? '';
const sidecar = async () => (await onDisk(SIDECAR)) ?? '';

/** The code actions of ours at a range, by their titles. */
async function actionsAt(editor: vscode.TextEditor, range: vscode.Range): Promise<Map<string, vscode.CodeAction>> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
  );
  const own = actions.filter(({ command }) => command?.command.startsWith('postgloss.'));
  return new Map(own.map((action) => [action.title, action]));
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action?.command, 'there is no such action');
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

describe('suggestions', () => {
  const before = new Map<string, string>();

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of [SIDECAR, REGISTRY]) before.set(path, (await onDisk(path)) ?? '');
  });

  afterEach(async () => {
    for (const [path, text] of before) if ((await onDisk(path)) !== text) await writeOnDisk(path, text);
    const { document } = await show(ARCHIVE);
    await eventually('the files are read again', async () => {
      const cards = await Promise.all(
        ['Qassem Oran', 'Oran’s crew', 'Jon Berg'].map((text) => cardsAt(document, text)),
      );
      return (
        !cards[0]?.includes('Qasim') &&
        cards[1]?.includes('Qasim Oran') &&
        !cards[1].includes('by hand') &&
        cards[2] === ''
      );
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are accepted as aliases: one line more, one step back', async () => {
    await show(ARCHIVE);
    await run('refreshSuggestions');
    await run('acceptSuggestion', { text: 'Qassem Oran', entity: 'qasim-oran' });
    equal(
      await registry(),
      (before.get(REGISTRY) ?? '').replace('      - Oran\n', '      - Oran\n      - Qassem Oran\n'),
    );
    await run('undoAnnotationChange');
    equal(await registry(), before.get(REGISTRY) ?? '');
    // Nothing is computed for it: the suggestion is there again.
    await run('acceptSuggestion', { text: 'Qassem Oran', entity: 'qasim-oran' });
    match(await registry(), /- Qassem Oran\n/);
  });

  it('are rejected once and for all', async () => {
    await run('rejectSuggestion', { text: 'Qassem Oran', entity: 'qasim-oran' });
    const rejected = await registry();
    equal(
      rejected,
      (before.get(REGISTRY) ?? '').replace('      - Oran\n', '      - Oran\n    not:\n      - Qassem Oran\n'),
    );
    await run('refreshSuggestions');
    await run('acceptSuggestion', { text: 'Qassem Oran', entity: 'qasim-oran' });
    equal(await registry(), rejected);
    await run('rejectSuggestion', { text: 'Jon Berg' });
    equal(await registry(), `${rejected}ignored:\n  - Jon Berg\n`);
  });

  it('are accepted for one post: the registry stays as it is', async () => {
    const editor = await show(ARCHIVE);
    await run('acceptSuggestionInPost', { text: 'Qassem Oran', entity: 'qasim-oran' });
    equal(await registry(), before.get(REGISTRY) ?? '');
    match(
      await sidecar(),
      new RegExp(`post: ${LAST}\n {4}quote: Qassem Oran\n[^]*entity: qasim-oran\n {4}scope: post\n`),
    );
    match(await cardsAt(editor.document, 'Qassem Oran'), /Qasim Oran.*linked by hand in this post/);
  });

  it('become entities, with the type that is named', async () => {
    const editor = await show(ARCHIVE);
    await run('acceptSuggestion', { text: 'Jon Berg', type: 'person' });
    match(await registry(), /- id: jon-berg\n {4}name: Jon Berg\n {4}type: person\n/);
    match(await cardsAt(editor.document, 'Jon Berg'), /Jon Berg.*person/);
  });

  it('are offered at the name in the text, and nowhere else', async () => {
    await run('refreshSuggestions');
    const editor = await show(ARCHIVE);
    const name = rangeOf(editor.document, 'Qassem Oran');
    const cursor = new vscode.Range(name.start.translate(0, 3), name.start.translate(0, 3));
    const offered = await actionsAt(editor, cursor);
    deepEqual(
      [...offered.keys()],
      [
        'Add “Qassem Oran” as alias of “Qasim Oran”',
        '“Qassem Oran” means “Qasim Oran” in this post only',
        '“Qassem Oran” is not “Qasim Oran”',
      ],
    );
    const plain = rangeOf(editor.document, 'wall was built').start;
    equal((await actionsAt(editor, new vscode.Range(plain, plain))).size, 0);
    const known = rangeOf(editor.document, 'Velmora for good').start;
    equal((await actionsAt(editor, new vscode.Range(known, known))).size, 0);
    await apply(offered.get('Add “Qassem Oran” as alias of “Qasim Oran”'));
    match(await registry(), /- Qassem Oran\n/);
  });

  it('an unknown name that is selected may become an entity or an alias', async () => {
    const editor = await show(ARCHIVE);
    const range = selectText(editor, 'old harbour');
    const offered = await actionsAt(editor, range);
    deepEqual([...offered.keys()], ['Add “old harbour” as alias of…', 'New entity “old harbour”…']);
  });
});

describe('ambiguous names', () => {
  const before = new Map<string, string>();

  beforeEach(async () => {
    for (const path of [SIDECAR, REGISTRY]) before.set(path, (await onDisk(path)) ?? '');
    const editor = await show(ARCHIVE);
    await writeOnDisk(REGISTRY, (before.get(REGISTRY) ?? '') + BROTHER);
    await eventually('the name is ambiguous', async () =>
      (await cardsAt(editor.document, 'Oran.')).includes('ambiguous'),
    );
  });

  afterEach(async () => {
    for (const [path, text] of before) if ((await onDisk(path)) !== text) await writeOnDisk(path, text);
    const { document } = await show(ARCHIVE);
    await eventually('the files are read again', async () =>
      (await cardsAt(document, 'Oran.')).includes('**Qasim Oran** · person\n'),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('show all whom they may mean, and are clear by the full name in the same post', async () => {
    const { document } = await show(ARCHIVE);
    const open = await cardsAt(document, 'Oran.');
    match(open, /\*\*Oran\*\* · ambiguous: 2 entities/);
    match(open, /Qasim Oran[^]*Jon Oran/);
    match(
      await cardsAt(document, 'Oran’s crew'),
      /\*\*Qasim Oran\*\* · person · clear by “Qasim Oran” in the same post/,
    );
  });

  it('are decided for one place', async () => {
    const { document } = await show(ARCHIVE);
    const start = document.offsetAt(rangeOf(document, 'Oran’s crew').start);
    await run('mentionMeans', {
      ...{ archive: folder().uri.toString(), path: ARCHIVE, start },
      ...{ entity: 'qasim-oran', means: 'jon-oran' },
    });
    match(await sidecar(), /quote: Oran\n[^]*entity: jon-oran\n/);
    ok(!(await sidecar()).includes('scope'), 'the decision is for more than the place');
    match(await cardsAt(document, 'Oran’s crew'), /Jon Oran.*linked by hand/);
  });

  it('are decided for a post, at the cursor, in one step', async () => {
    const editor = await show(ARCHIVE);
    const { start } = rangeOf(editor.document, 'Oran.');
    editor.selection = new vscode.Selection(start, start);
    await run('nameInPostMeans', { means: 'jon-oran' });
    match(await sidecar(), /quote: Oran\n[^]*entity: jon-oran\n {4}scope: post\n/);
    match(await cardsAt(editor.document, 'Oran.'), /Jon Oran.*linked by hand in this post/);
    match(await cardsAt(editor.document, 'Oran’s crew'), /Qasim Oran/);
    await run('undoAnnotationChange');
    equal(await sidecar(), before.get(SIDECAR) ?? '');
  });

  it('cannot be renamed before somebody says whom they mean', async () => {
    const { document } = await show(ARCHIVE);
    const { start } = rangeOf(document, 'Oran.');
    const refused = await Promise.resolve(
      vscode.commands.executeCommand('vscode.prepareRename', document.uri, start),
    ).then(
      () => '',
      (error: unknown) => String(error),
    );
    match(refused, /This may be “Qasim Oran”, “Jon Oran”\. Decide with “This Mention Is…” first/);
  });

  it('are not decided where the card was older than the text', async () => {
    const was = await sidecar();
    await run('nameInPostMeans', {
      ...{ archive: folder().uri.toString(), path: ARCHIVE, start: 3 },
      ...{ entity: 'qasim-oran', means: 'jon-oran' },
    });
    equal(await sidecar(), was);
  });
});
