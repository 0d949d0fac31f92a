import * as vscode from 'vscode';
import { equal, ok } from '../support/assert';
import { eventually, rangeOf, show } from '../support/editing';
import { file, folder } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';

function reveal(target: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand('postgloss.reveal', target);
}

/** Where the cursor of the active editor is: its file, and the offsets of its selection. */
function cursor(): string {
  const editor = vscode.window.activeTextEditor;
  ok(editor, 'no editor is active');
  const { document, selection } = editor;
  const name = document.uri.path.split('/').at(-1) ?? '';
  return `${name} ${document.offsetAt(selection.start)}-${document.offsetAt(selection.end)}`;
}

describe('going to a place', () => {
  const archive = () => folder().uri.toString();

  // A row or link is there only once the archives have been found; a test may come before.
  before(async () => {
    const { document } = await show(ARCHIVE);
    await eventually('the archive is known', async () => {
      await reveal({ archive: archive(), path: ARCHIVE, start: 1, end: 2 });
      return document.offsetAt(vscode.window.activeTextEditor?.selection.active ?? new vscode.Position(0, 0)) === 2;
    });
  });

  it('selects a passage', async () => {
    const { document } = await show(ARCHIVE);
    const start = document.offsetAt(rangeOf(document, 'Lantern Trust').start);
    await reveal({ archive: archive(), path: ARCHIVE, start, end: start + 'Lantern Trust'.length });
    equal(cursor(), `harbour.txt ${start}-${start + 13}`);
  });

  it('puts the cursor at the title of a post and shows it', async () => {
    const { document } = await show(ARCHIVE);
    await reveal({ archive: archive(), path: ARCHIVE, post: '2017-11-30/a-captains-last-voyage' });
    // The title is two lines above its date; it has a no-break space, so it cannot be looked for.
    const title = document.offsetAt(rangeOf(document, 'November 30, 2017').start.translate(-2));
    equal(cursor(), `harbour.txt ${title}-${title}`);
  });

  it('opens a text that is not open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await reveal({ archive: archive(), path: 'notes/2018-01-05-bell.md', post: '2018-01-05/the-bell' });
    const { document } = vscode.window.activeTextEditor ?? {};
    equal(document?.uri.path, file('notes/2018-01-05-bell.md').path);
  });

  it('stays within the text', async () => {
    const { document } = await show(ARCHIVE);
    await reveal({ archive: archive(), path: ARCHIVE, start: 5, end: 1e9 });
    equal(cursor(), `harbour.txt 5-${document.getText().length}`);
  });

  it('opens nothing else, whatever it is given', async () => {
    await show(ARCHIVE);
    const before = cursor();
    const place = { start: 0, end: 1 };
    for (const target of [
      undefined,
      'archives/harbour.txt',
      { archive: archive(), path: 'postgloss.yaml', ...place },
      { archive: archive(), path: '../../etc/passwd', ...place },
      { archive: archive(), path: `${ARCHIVE}.gloss.yaml`, ...place },
      { archive: 'file:///', path: 'etc/passwd', ...place },
      { archive: archive(), path: ARCHIVE, start: -1, end: 1 },
      { archive: archive(), path: ARCHIVE, start: 3, end: 1 },
      { archive: archive(), path: ARCHIVE, start: '0', end: '1' },
      { archive: archive(), path: ARCHIVE, post: 'no/such-post' },
    ]) {
      await reveal(target);
      equal(cursor(), before, JSON.stringify(target));
    }
  });
});
