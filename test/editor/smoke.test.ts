import { extensions } from 'vscode';
import { equal, ok } from './support/assert';
import { file, folder } from './support/workspace';
import { workspace } from 'vscode';

describe('the extension', () => {
  it('is present and activates', async () => {
    const extension = extensions.getExtension('postgloss.postgloss');
    ok(extension, 'VS Code did not load the extension');
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('finds the archive of the open folder', async () => {
    equal(folder().index, 0);
    const { size } = await workspace.fs.stat(file('postgloss.yaml'));
    ok(size > 0, 'postgloss.yaml is empty');
  });
});
