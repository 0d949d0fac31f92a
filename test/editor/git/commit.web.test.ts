import * as vscode from 'vscode';
import type { CommitOutcome } from '../../../src/editor/git/commit-annotations';
import { match, ok } from '../support/assert';

describe('committing annotations', () => {
  it('says that git cannot be run in a browser', async () => {
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    const argument = { message: 'x' };
    const outcome = await vscode.commands.executeCommand<CommitOutcome>('postgloss.commitAnnotations', argument);
    ok(outcome && 'why' in outcome);
    match(outcome.why, /cannot be run in a browser/);
  });
});
