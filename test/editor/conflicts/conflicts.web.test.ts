import * as vscode from 'vscode';
import type { SetUpOutcome } from '../../../src/editor/git/set-up-git-merging';
import { match, ok } from '../support/assert';
import { cardsAt, eventually, onDisk, show, writeOnDisk } from '../support/editing';
import { folder } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = `${ARCHIVE}.gloss.yaml`;

describe('conflicts of git, in a browser', () => {
  it('are solved from their markers alone', async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    const start = (await onDisk(SIDECAR)) ?? '';
    const { document } = await show(ARCHIVE);
    try {
      await writeOnDisk(
        SIDECAR,
        start.replace(/( {4}note: .*\n)/, '<<<<<<< HEAD\n$1=======\n    note: other\n>>>>>>> b\n'),
      );
      await eventually('the annotation is shown, in conflict', async () => {
        const card = await cardsAt(document, 'a mistake that the town');
        return card.includes('In conflict') && card.includes('Theirs: note other');
      });
      const link = { archive: folder().uri.toString(), path: SIDECAR, conflict: 'record h4rb0ur1' };
      await eventually('it is solved', async () => {
        await vscode.commands.executeCommand('postgloss.takeTheirs', link);
        return !(await onDisk(SIDECAR))?.includes('<<<<<<<');
      });
      match((await onDisk(SIDECAR)) ?? '', /note: other\n/);
    } finally {
      await writeOnDisk(SIDECAR, start);
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });

  it('cannot be prevented there: git cannot be run', async () => {
    const outcome = await vscode.commands.executeCommand<SetUpOutcome>('postgloss.setUpGitMerging');
    ok('why' in outcome);
    match(outcome.why, /^Git cannot be run in a browser/);
  });
});
