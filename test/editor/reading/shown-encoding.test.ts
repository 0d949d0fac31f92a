import * as vscode from 'vscode';
import { equal, match } from '../support/assert';
import { eventually, onDisk, show, writeOnDisk } from '../support/editing';
import { file } from '../support/workspace';

const TEXT = 'archives/latin.txt';

/** A post in windows-1252, with the byte 0x92 for an apostrophe. */
const BYTES = Uint8Array.from(
  'It\x92s late\n\nMay 4, 2016\n\nIt\x92s late, Caf\xe9 News, Mara Lind, May 4, 2016\n\nNo ferry.\n',
  (one) => one.charCodeAt(0),
);

describe('a text in another encoding', () => {
  let manifest = '';

  before(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    manifest = (await onDisk('postgloss.yaml')) ?? '';
    await vscode.workspace.fs.writeFile(file(TEXT), BYTES);
    const rule = `  - files: ${TEXT}\n    encoding: windows-1252\n`;
    await writeOnDisk(
      'postgloss.yaml',
      manifest.replace(/^archives:\n/m, (line) => line + rule),
    );
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeOnDisk('postgloss.yaml', manifest);
    await vscode.workspace.fs.delete(file(TEXT));
  });

  it('is named where VS Code shows other letters, until it is shown as it is read', async () => {
    const { document } = await show(TEXT);
    equal(document.encoding, 'utf8');
    const [problem] = await eventually('the problem is there', () => {
      const found = problems();
      return Promise.resolve(found.length === 1 && found);
    });
    match(problem?.message ?? '', /as windows-1252\. Choose “Reopen with Encoding”/);
    const again = await vscode.workspace.openTextDocument(file(TEXT), { encoding: 'windows1252' });
    match(again.getText(), /^It’s late\n[^]*Café News/);
    await eventually('it is gone', () => Promise.resolve(problems().length === 0));
  });
});

function problems(): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(TEXT)).filter(({ code }) => code === 'other-encoding');
}
