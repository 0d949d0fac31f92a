import * as vscode from 'vscode';
import { ok } from './support/assert';
import { eventually, selectText, show } from './support/editing';

const ARCHIVE = 'archives/harbour.txt';

async function run(command: string): Promise<void> {
  await vscode.commands.executeCommand(command);
}

/** Answers a quick pick with its first item. */
async function acceptFirst(command: string): Promise<void> {
  const done = run(command);
  const accepted = eventually(`${command} asks`, async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    return Promise.race([done.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 50, false))]);
  });
  await accepted;
}

describe('the views', () => {
  it('open, all of them', async () => {
    for (const view of ['posts', 'entities', 'annotations', 'review']) await run(`postgloss.${view}.focus`);
  });

  it('follow the cursor without taking the focus from the text', async () => {
    await run('postgloss.posts.focus');
    await run('postgloss.followCursor');
    const editor = await show(ARCHIVE);
    selectText(editor, 'It was never insured');
    await new Promise((resolve) => setTimeout(resolve, 800));
    ok(vscode.window.activeTextEditor === editor, 'another editor is active');
    // Typing arrives where the focus is.
    await vscode.commands.executeCommand('cursorMove', { to: 'wrappedLineEnd' });
    ok(editor.selection.active.character > 3, 'the cursor did not move');
    await run('postgloss.stopFollowingCursor');
  });

  it('sort posts and arrange annotations as chosen', async () => {
    await acceptFirst('postgloss.sortPosts');
    await acceptFirst('postgloss.arrangeAnnotations');
  });

  it('clear a filter, also where there is none', async () => {
    await run('postgloss.clearPostFilter');
  });

  it('go to the newest post when nothing is typed', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await acceptFirst('postgloss.goToPost');
    await eventually('a text is open', () =>
      Promise.resolve(vscode.window.activeTextEditor?.document.uri.path.endsWith('bell.md')),
    );
  });
});
