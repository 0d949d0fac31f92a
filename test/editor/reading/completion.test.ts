import * as vscode from 'vscode';
import { idSearch } from '../../../src/editor/reading/id-search';
import { deepEqual, equal, match, ok } from '../support/assert';
import { revert, show } from '../support/editing';

const SIDECAR = 'archives/harbour.txt.gloss.yaml';

describe('completing ids in YAML', () => {
  afterEach(async () => {
    await revert();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** What is proposed at the sign `|` of a text at the end of a file: our own proposals, in their order. */
  async function proposed(
    path: string,
    text: string,
  ): Promise<{ items: vscode.CompletionItem[]; at: vscode.Position }> {
    const editor = await show(path);
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    const [before = '', after = ''] = text.split('|');
    await editor.edit((edit) => edit.insert(end, `${before}${after}`));
    const at = document.positionAt(document.offsetAt(end) + before.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return { items: list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference), at };
  }

  const ids = (items: readonly vscode.CompletionItem[]) =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  it('proposes entities by id, name and alias', async () => {
    const { items } = await proposed(SIDECAR, '\n  - quote: x\n    entity: |');
    deepEqual(ids(items), ['qasim-oran', 'port-office', 'velmora']);
    const [oran] = items;
    equal(oran?.detail, 'Qasim Oran · person');
    match(oran?.filterText ?? '', /^qasim-oran Qasim Oran Oran$/);
    // The description holds a link to a command; it arrives as text.
    equal(typeof oran?.documentation, 'string');
  });

  it('puts first what begins as it was typed, and replaces all of it', async () => {
    const { items, at } = await proposed(SIDECAR, '\n  - quote: x\n    not: off|xyz # who?');
    deepEqual(ids(items), ['port-office']);
    const range = items[0]?.range;
    ok(range && 'replacing' in range, 'there are two ranges');
    equal(range.inserting.end.character, at.character);
    equal(range.replacing.end.character, at.character + 3);
    equal(range.replacing.start.character, at.character - 3);
  });

  it('closes quotation marks that somebody opened', async () => {
    const { items } = await proposed(SIDECAR, '\n  - quote: x\n    entity: "vel|');
    deepEqual(
      items.map(({ insertText, filterText }) => [insertText, filterText?.startsWith('"velmora')]),
      [['"velmora"', true]],
    );
  });

  it('proposes the tags of the codebook, in lists and alone', async () => {
    const list = await proposed(SIDECAR, '\n  - quote: x\n    tags:\n      - evidence\n      - cl|');
    deepEqual(ids(list.items), ['claim', 'claim/unsourced']);
    await revert();
    const alone = await proposed(SIDECAR, '\n  - quote: x\n    tags: ev|');
    deepEqual(ids(alone.items), ['evidence']);
  });

  it('proposes the posts of the text', async () => {
    const { items } = await proposed(SIDECAR, '\n  - quote: x\n    post: |');
    deepEqual(ids(items), [
      '2016-05-04/the-harbour-is-closed',
      '2017-03-12/who-pays-for-the-wall',
      '2017-11-30/a-captains-last-voyage',
    ]);
  });

  it('proposes types in the registry, and colours and formats in postgloss.yaml', async () => {
    const types = await proposed('entities.gloss.yaml', '\n  - id: x\n    type: per|');
    deepEqual(ids(types.items), ['person']);
    await revert();
    const matches = await proposed('entities.gloss.yaml', '\n  - id: x\n    match: |');
    deepEqual(ids(matches.items), ['exact', 'folded']);
    const colours = await proposed('postgloss.yaml', '\n  - id: x\n    color: |');
    deepEqual(ids(colours.items), ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey']);
    await revert();
    const formats = await proposed('postgloss.yaml', '\n    format: pl|');
    deepEqual(ids(formats.items), ['plain']);
  });

  it('is silent in notes, quotes, comments, and in other files', async () => {
    for (const text of [
      '\n  - quote: ora|',
      '\n  - note: Oran |',
      '\n    # entity: ora|',
      '\n  - entity: oran # ora|',
      '\n  - entity:|',
    ]) {
      const { items } = await proposed(SIDECAR, text);
      deepEqual(ids(items), [], text);
      await revert();
    }
    deepEqual(ids((await proposed('entities.gloss.yaml', '\n  - entity: |')).items), []);
  });

  it('tells whom an id means', async () => {
    const editor = await show(SIDECAR);
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n  - quote: x\n    entity: "qasim-oran"'));
    const at = document.lineAt(document.lineCount - 1).range.end.translate(0, -3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const cards = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
    const card = cards.find((value) => value.includes('Qasim Oran')) ?? '';
    match(card, /^\*\*Qasim Oran\*\* · person/);
    ok(!card.includes('](command:'), 'a link of the registry became a command');
  });
});

describe('searching ids', () => {
  const named = (id: string, ...texts: string[]) => ({ id, texts });
  const search = idSearch(
    [
      named('x1', 'Mara Lind'),
      named('lind-b', 'Olof'),
      named('x2', 'Lindgren'),
      named('x3', 'Berglind'),
      named('x4', 'Lars Ingmar Nord'),
      named('x5', 'Oran'),
    ],
    4,
  );

  it('ranks ids, names, words, insides, then letters in their order', () => {
    deepEqual(
      idSearch(
        [
          named('x4', 'Lars Ingmar Nord'),
          named('x3', 'Berglind'),
          named('x1', 'Mara Lind'),
          named('x2', 'Lindgren'),
          named('lind'),
        ],
        9,
      )('lin').found.map(({ id }) => id),
      ['lind', 'x2', 'x1', 'x3', 'x4'],
    );
  });

  it('says when it does not give all', () => {
    deepEqual([search('').found.length, search('').complete], [4, false]);
    deepEqual([search('lin').found.length, search('lin').complete], [4, false]);
    deepEqual([search('oran').found.length, search('oran').complete], [1, true]);
    deepEqual(search('zz'), { found: [], complete: true });
  });
});
