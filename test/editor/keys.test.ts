import * as vscode from 'vscode';
import manifest from '../../package.json';
import { deepEqual, ok } from './support/assert';

describe('the keys', () => {
  it('take nothing that this VS Code uses', async () => {
    const address = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(address)).getText();
    // A key that works only while a view of ours has the keyboard, or in a text that is locked, takes nothing from anybody.
    const everywhere = manifest.contributes.keybindings.filter(
      ({ when }) => !when.startsWith('focusedView == ') && !when.includes('resourcePath in postgloss.readingTexts'),
    );
    const own = new Set(everywhere.map(({ key }) => key));
    ok(own.size > 5, 'keys that work in a text are checked');
    const taken = [...text.matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g)].map(([, key = '', command = '']) => ({
      key,
      command,
    }));
    ok(taken.length > 500, `only ${taken.length} keys of VS Code were found`);
    const clashes = taken.filter(({ key, command }) => own.has(key) && !command.startsWith('postgloss.'));
    deepEqual(clashes, []);
    // The list holds the extension's own keys too, so that it is the right list.
    ok(taken.some(({ command }) => command === 'postgloss.tagPassage'));
  });
});
