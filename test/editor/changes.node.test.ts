import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { AgreementOutcome } from '../../src/editor/commands/show-agreement';
import type { ChangedOutcome } from '../../src/editor/commands/what-changed-since';
import { deepEqual, equal, match, ok } from './support/assert';
import { eventually, onDisk, show, writeOnDisk } from './support/editing';
import { folder } from './support/workspace';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = `${ARCHIVE}.gloss.yaml`;

describe('what git knows of annotations', () => {
  let head: string;

  before(async () => {
    head = git('rev-parse', 'HEAD').trim();
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
  });

  beforeEach(async () => {
    const start = (await onDisk(SIDECAR)) ?? '';
    await writeOnDisk(SIDECAR, start.replace('Compare the wall.', 'Compare the gate.'));
    git('commit', '--quiet', '--all', '--message', 'another word', '--author', 'Ann Vel <ann@example.org>');
    await writeOnDisk(SIDECAR, start.replace('Compare the wall.', 'Compare the bell.'));
    await show(ARCHIVE);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    git('reset', '--quiet', '--hard', head);
  });

  it('shows the history of an annotation, and a version beside the one before it', async () => {
    const link = { archive: folder().uri.toString(), path: ARCHIVE, annotation: 'h4rb0ur1' };
    void vscode.commands.executeCommand('postgloss.showAnnotationHistory', link);
    const input = await eventually('a comparison is open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const { input: shown } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return shown instanceof vscode.TabInputTextDiff && shown;
    });
    const read = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    match(await read(input.original), /note: Compare the gate\./);
    match(await read(input.modified), /note: Compare the bell\./);
  });

  it('lists what changed since a commit, a branch or a date, as a document too', async () => {
    const ask = (since: string) =>
      vscode.commands.executeCommand<ChangedOutcome>('postgloss.whatChangedSince', { since });
    deepEqual(await ask('HEAD'), { changes: 1 });
    deepEqual(await ask('HEAD~1'), { changes: 1 });
    deepEqual(await ask('1999-01-01'), { changes: 8 });
    const outcome = await ask('no such branch');
    ok(outcome && 'why' in outcome);
    match(outcome.why, /git knows no revision “no such branch”/);
    await ask('HEAD');
    const document = await eventually('the document is open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.scheme === 'postgloss-review' && shown;
    });
    match(document.getText(), /changed {2}“a mistake that the town will pay for” {2}by jo on 2026-11-22\n.*bell/);
    equal(document.isDirty, false);
  });

  it('shows how far annotators agree, as tables too', async () => {
    const other = `  - id: zzzz9999\n    quote: a mistake that the town will pay for\n    tags:\n      - evidence\n    by: ann\n`;
    await writeOnDisk(SIDECAR, ((await onDisk(SIDECAR)) ?? '') + other);
    const outcome = await eventually('both are known', async () => {
      const answer = await vscode.commands.executeCommand<AgreementOutcome>('postgloss.showAgreement');
      return answer;
    });
    deepEqual(outcome, { annotators: ['ann', 'jo'] });
    const document = await eventually('the tables are open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.path.endsWith('agreement.txt') && shown;
    });
    match(document.getText(), /^claim +ann \/ jo/m);
    match(document.getText(), /harbour\.txt:13 +differ +ann: evidence \| jo: claim/);
  });
});

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder().uri.fsPath, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
