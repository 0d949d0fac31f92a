import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../support/assert';
import { eventually, onDisk, show, writeOnDisk } from '../support/editing';
import { file } from '../support/workspace';

const SIDECAR = 'archives/harbour.txt.gloss.yaml';
const FILES = [SIDECAR, 'postgloss.yaml', 'entities.gloss.yaml'];

describe('problems', () => {
  const before = new Map<string, string>();

  beforeEach(async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of FILES) before.set(path, (await onDisk(path)) ?? '');
    await show('archives/harbour.txt');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [path, text] of before) await writeOnDisk(path, text);
    await eventually('all problems are gone', () => Promise.resolve(problemsOf(...FILES).length === 0));
  });

  it('of a sidecar appear at their places, and go when they are mended', async () => {
    const good = before.get(SIDECAR) ?? '';
    const bad = '  - id: zzzzzzzz\n    quote: nowhere to be found\n    tags:\n      - no-such-tag\n';
    await writeOnDisk(SIDECAR, good + bad);
    const [orphan, tag] = await eventually('two problems are there', () => {
      const found = problemsOf(SIDECAR);
      return Promise.resolve(found.length === 2 && found);
    });
    ok(orphan && tag);
    equal(orphan.source, 'postgloss');
    deepEqual([orphan.code, tag.code], ['orphan', 'unknown-tag']);
    deepEqual([orphan.severity, tag.severity], [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Warning]);
    const document = await vscode.workspace.openTextDocument(file(SIDECAR));
    match(document.getText(orphan.range), /nowhere to be found/);
    match(document.getText(tag.range), /no-such-tag/);
    await writeOnDisk(SIDECAR, good);
    await eventually('they are gone', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });

  it('of postgloss.yaml and the registry appear too', async () => {
    await writeOnDisk(
      'entities.gloss.yaml',
      `${before.get('entities.gloss.yaml') ?? ''}  - id: velmora\n    name: Other\n`,
    );
    await eventually('the id is there twice', () =>
      Promise.resolve(problemsOf('entities.gloss.yaml').some(({ code }) => code === 'duplicate-id')),
    );
  });

  it('are cut at 200 for a file, which is said, and the worst of them stay', async () => {
    const record = (i: number) =>
      `  - id: aaaaa${String(i).padStart(3, '0')}\n    quote: The Port Office\n    tags:\n      - no-${i}\n`;
    const many = Array.from({ length: 250 }, (_, i) => record(i)).join('');
    const lost = '  - id: zzzzzzzz\n    quote: nowhere to be found\n    tags:\n      - claim\n';
    await writeOnDisk(SIDECAR, (before.get(SIDECAR) ?? '') + many + lost);
    const found = await eventually('200 problems are there', () => {
      const all = problemsOf(SIDECAR);
      return Promise.resolve(all.length >= 200 && all);
    });
    equal(found.length, 200);
    match(found.map(({ message }) => message).join('\n'), /\(Showing 200 of \d{3} problems\.\)/);
    ok(found.some(({ code }) => code === 'orphan'));
  });

  it('go with the archive', async () => {
    await writeOnDisk(SIDECAR, `${before.get(SIDECAR) ?? ''}  - id: zzzzzzzz\n    quote: nowhere\n    note: x\n`);
    await eventually('a problem is there', () => Promise.resolve(problemsOf(SIDECAR).length > 0));
    await vscode.workspace.fs.delete(file('postgloss.yaml'));
    await eventually('it is gone', () => Promise.resolve(problemsOf(SIDECAR).length === 0));
  });
});

function problemsOf(...paths: string[]): vscode.Diagnostic[] {
  const all = paths.flatMap((path) => vscode.languages.getDiagnostics(file(path)));
  return all.filter(({ source }) => source === 'postgloss');
}
