import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../support/assert';
import { cardsAt, eventually, rangeOf, revert, selectText, show, showForEditing } from '../support/editing';
import { file } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';

describe('reading an archive', () => {
  it('gives an archive of posts its language, and leaves other files theirs', async () => {
    const editor = await show(ARCHIVE);
    await eventually('the language is set', () => Promise.resolve(editor.document.languageId === 'post-archive'));
    equal((await show('postgloss.yaml')).document.languageId, 'yaml');
  });

  it('outlines and folds the posts', async () => {
    const { document } = await show(ARCHIVE);
    const symbols = await eventually('there is an outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length === 3 && found;
    });
    deepEqual(
      symbols.map(({ name, detail }) => `${name} | ${detail}`),
      [
        'The harbour is closed | 2016-05-04 · Coastal Review',
        'Who pays for the wall? | 2017-03-12 · The Lantern',
        'A captain’s last voyage | 2017-11-30 · Coastal Review',
      ],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    equal(folds.length, 3);
  });

  it('shows a card for a mention, in which nothing of the registry can do anything', async () => {
    const { document } = await show(ARCHIVE);
    const card = await cardsAt(document, 'Qasim Oran');
    match(card, /\*\*Qasim Oran\*\* · person/);
    match(card, /2 in this post · 4 in this file · 4 in the archive, in 3 posts, 2016-05-04 to 2017-11-30/);
    match(card, /command:postgloss\.showMentions/);
    // The description holds a link to a command; it arrives as text.
    ok(!card.includes('](command:workbench.action.quit)'), 'a link of the registry became a command');
  });

  it('leads from a mention to its record, and from there to every mention', async () => {
    const { document } = await show(ARCHIVE);
    const { start } = rangeOf(document, 'Port Office');
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      start,
    );
    ok(link, 'there is no definition');
    equal(link.targetUri.path, file('entities.gloss.yaml').path);
    const registry = await vscode.workspace.openTextDocument(link.targetUri);
    equal(registry.getText(link.targetSelectionRange), 'port-office');
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      registry.uri,
      link.targetSelectionRange?.start,
    );
    const mentions = references.filter(({ uri }) => uri.path === document.uri.path);
    deepEqual([...new Set(mentions.map(({ range }) => document.getText(range)))], ['Port Office']);
    equal(mentions.length, document.getText().split('Port Office').length - 1);
  });

  it('finds every mention in the archive, in all its files', async () => {
    const { document } = await show(ARCHIVE);
    const { start } = rangeOf(document, 'Velmora');
    const references = await eventually('both files are found', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        start,
      );
      return new Set(found.map(({ uri }) => uri.path)).size >= 3 && found;
    });
    ok(references.some(({ uri }) => uri.path.endsWith('notes/2018-01-05-bell.md')));
  });

  it('marks all mentions of one entity, whatever their spelling', async () => {
    const { document } = await show(ARCHIVE);
    const { start } = rangeOf(document, 'Qasim Oran');
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      start,
    );
    deepEqual([...new Set(marks.map(({ range }) => document.getText(range)))].sort(), ['Oran', 'Qasim Oran']);
  });

  it('goes from mention to mention', async () => {
    const editor = await show(ARCHIVE);
    selectText(editor, 'Qasim Oran');
    await vscode.commands.executeCommand('postgloss.nextMentionOfEntity');
    equal(editor.document.getText(editor.selection), 'Oran');
    await vscode.commands.executeCommand('postgloss.previousMentionOfEntity');
    equal(editor.document.getText(editor.selection), 'Qasim Oran');
    await vscode.commands.executeCommand('postgloss.nextMention');
    const next = editor.document.getText(editor.selection);
    ok(next === 'Oran' || next === 'Velmora', `the next mention is “${next}”`);
  });

  it('finds entities and posts among the symbols of the workspace', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'oran',
    );
    ok(symbols.some(({ name, containerName }) => name === 'Qasim Oran' && containerName === 'person'));
    const posts = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'voyage',
    );
    ok(posts.some(({ name }) => name === 'A captain’s last voyage'));
  });

  it('keeps mentions in their place while the text is edited', async () => {
    const editor = await showForEditing(ARCHIVE);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Velmora, and a line above\n\n'));
    const { document } = editor;
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(0, 1),
    );
    equal(marks.length, document.getText().split(/\bVelmora\b/).length - 1);
    for (const { range } of marks) equal(document.getText(range), 'Velmora');
    await vscode.commands.executeCommand('undo');
    await revert();
  });
});
