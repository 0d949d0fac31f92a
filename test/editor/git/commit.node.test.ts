import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { CommitOutcome } from '../../../src/editor/git/commit-annotations';
import { deepEqual, equal, match, ok } from '../support/assert';
import { eventually, onDisk, revert, showForEditing, writeOnDisk } from '../support/editing';
import { folder } from '../support/workspace';

const SIDECAR = 'archives/harbour.txt.gloss.yaml';
const NEW_SIDECAR = 'notes/2018-01-05-bell.md.gloss.yaml';

describe('committing annotations', () => {
  let head: string;

  before(async () => {
    head = git('rev-parse', 'HEAD').trim();
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    await eventually('the command is there', async () =>
      (await vscode.commands.getCommands(true)).includes('postgloss.commitAnnotations'),
    );
    // The archive of the folder is found in the background; until then the command says that none is open.
    await eventually('the archive is found', async () => why(await commit('x')).includes('Nothing to commit'));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    git('reset', '--quiet', '--hard', head);
    git('clean', '--quiet', '-d', '--force');
    git('branch', '--force', 'side', head);
    git('branch', '--delete', '--force', 'side');
  });

  it('has the gloss files in the commit and nothing else', async () => {
    await writeOnDisk('archives/harbour.txt', `${(await onDisk('archives/harbour.txt')) ?? ''}\nMore.`);
    git('add', 'archives/harbour.txt');
    await writeOnDisk('archives/harbour.txt', `${(await onDisk('archives/harbour.txt')) ?? ''}\nAnd more.`);
    const text = git('status', '--porcelain');
    equal(text, 'MM archives/harbour.txt\n');
    await writeOnDisk(SIDECAR, ((await onDisk(SIDECAR)) ?? '').replace('Compare the wall', 'Compare the gate'));
    await writeOnDisk(NEW_SIDECAR, 'postgloss: 1\nannotations:\n  - quote: the bell\n    tags:\n      - claim\n');

    const outcome = await commit('Annotate the bell');

    deepEqual(outcome, { commit: git('rev-parse', '--short', 'HEAD').trim() });
    equal(git('log', '-1', '--format=%s').trim(), 'Annotate the bell');
    equal(git('rev-parse', 'HEAD~1').trim(), head);
    equal(git('show', '--format=', '--name-only', 'HEAD'), `${SIDECAR}\n${NEW_SIDECAR}\n`);
    equal(git('status', '--porcelain'), text);
  });

  it('proposes a message, and takes what the person makes of it', async () => {
    await writeOnDisk(NEW_SIDECAR, 'postgloss: 1\nannotations:\n  - quote: the bell\n    tags:\n      - claim\n');
    const outcome = vscode.commands.executeCommand<CommitOutcome>('postgloss.commitAnnotations');
    let done = false;
    void outcome.then(() => (done = true));
    await eventually('the input is accepted', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    ok((await outcome) !== null);
    equal(git('log', '-1', '--format=%s').trim(), 'Annotate 1 post: 1 tag');
  });

  it('changes nothing when the person leaves the input', async () => {
    await writeOnDisk(NEW_SIDECAR, 'postgloss: 1\nannotations: []\n');
    const outcome = vscode.commands.executeCommand<CommitOutcome>('postgloss.commitAnnotations');
    let done = false;
    void outcome.then(() => (done = true));
    await eventually('the input is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return done;
    });
    equal(await outcome, null);
    equal(git('rev-parse', 'HEAD').trim(), head);
    equal(git('status', '--porcelain'), `?? ${NEW_SIDECAR}\n`);
  });

  it('says that there is nothing to commit', async () => {
    await writeOnDisk('notes/loose.txt', 'not ours');
    match(why(await commit('x')), /^Nothing to commit/);
    equal(git('rev-parse', 'HEAD').trim(), head);
  });

  it('refuses while a merge waits to be finished', async () => {
    git('checkout', '--quiet', '-b', 'side');
    await writeOnDisk('notes/side.txt', 'side');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'side');
    git('checkout', '--quiet', '-');
    git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    await writeOnDisk(NEW_SIDECAR, 'postgloss: 1\nannotations: []\n');
    const state = git('status', '--porcelain');
    match(why(await commit('x')), /A merge is under way/);
    equal(git('status', '--porcelain'), state);
    equal(git('rev-parse', 'HEAD').trim(), head);
  });

  it('hands on what a hook says', async () => {
    const hooks = vscode.Uri.joinPath(folder().uri, '.git', 'refusing').fsPath;
    execFileSync('git', ['config', 'core.hooksPath', hooks], { cwd: folder().uri.fsPath });
    try {
      await writeOnDisk('.git/refusing/pre-commit', '#!/bin/sh\necho the house says no >&2\nexit 1\n');
      execFileSync('chmod', ['+x', 'pre-commit'], { cwd: hooks });
      await writeOnDisk(NEW_SIDECAR, 'postgloss: 1\nannotations: []\n');
      match(why(await commit('x')), /^Nothing was committed\. .*the house says no/);
      equal(git('status', '--porcelain'), `?? ${NEW_SIDECAR}\n`);
    } finally {
      git('config', '--unset', 'core.hooksPath');
    }
  });

  it('commits what is on the disk when no gloss file is unsaved in an editor', async () => {
    const editor = await showForEditing('archives/harbour.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'unsaved '));
    await writeOnDisk(NEW_SIDECAR, 'postgloss: 1\nannotations: []\n');
    ok('commit' in ((await commit('x')) ?? {}), 'The unsaved text is none of its business');
    equal(editor.document.isDirty, true);
    await revert();
  });
});

function commit(message: string): Thenable<CommitOutcome> {
  return vscode.commands.executeCommand<CommitOutcome>('postgloss.commitAnnotations', { message });
}

function why(outcome: CommitOutcome): string {
  return outcome && 'why' in outcome ? outcome.why : JSON.stringify(outcome);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder().uri.fsPath, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
