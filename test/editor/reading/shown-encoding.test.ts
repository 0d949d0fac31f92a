import * as vscode from 'vscode';
import { equal } from '../support/assert';
import { eventually, show } from '../support/editing';
import { file } from '../support/workspace';

const TEXT = 'archives/latin.txt';

/** A text in windows-1252, which VS Code shows as UTF-8. */
const BYTES = Uint8Array.from('Caf\xe9 Basra.\n', (one) => one.charCodeAt(0));

describe('a text in another encoding', () => {
  before(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    await vscode.workspace.fs.writeFile(file(TEXT), BYTES);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(TEXT));
  });

  it('is named where VS Code shows other letters', async () => {
    const { document } = await show(TEXT);
    equal(document.encoding, 'utf8');
    await eventually('the problem is there', () => {
      const [problem] = vscode.languages.getDiagnostics(file(TEXT)).filter(({ code }) => code === 'other-encoding');
      return Promise.resolve(problem?.message.includes('State “encoding” in postgloss.yaml'));
    });
  });
});
