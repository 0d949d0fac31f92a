import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { AgreementOutcome } from '../../../src/editor/git/show-agreement';
import type { ChangedOutcome } from '../../../src/editor/git/what-changed-since';
import { deepEqual, equal, match, ok } from '../support/assert';
import { cardsAt, eventually, onDisk, show, writeOnDisk } from '../support/editing';
import { folder } from '../support/workspace';

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

  for (const [what, command, argument, name] of [
    ['an entity', 'showEntityHistory', { entity: 'qasim-oran' }, 'Qasim Oran'],
    ['a tag', 'showTagHistory', { tag: 'claim' }, 'claim'],
  ] as const) {
    it(`shows the history of ${what}, as far as git knows`, async () => {
      const link = { archive: folder().uri.toString(), path: ARCHIVE, ...argument };
      void vscode.commands.executeCommand(`postgloss.${command}`, link);
      const tab = await eventually('a comparison is open', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        return activeTab?.input instanceof vscode.TabInputTextDiff && activeTab;
      });
      match(tab.label, new RegExp(`^History of “${name}” \\([0-9a-f]{8}\\)$`));
    });
  }

  it('tells who last changed a line, and the record that it is a part of', async () => {
    const path = 'entities.gloss.yaml';
    const registry = (await onDisk(path)) ?? '';
    await writeOnDisk(path, registry.replace(/(name: Qasim Oran\n)/, '$1    wikidata-note: seen\n'));
    git('commit', '--quiet', '--message', 'more', '--author', 'Mia Lind <mia@example.org>', '--', path);
    const { document } = await show(path);
    const card = await eventually('git has answered', async () => {
      const found = await cardsAt(document, 'id: qasim-oran');
      return found.includes('This line') && found;
    });
    // Somebody else has made the line than has changed the record last.
    match(card, /This line: (?!Mia)[^]*“Qasim Oran”\\?: Mia Lind · [^]*command:postgloss\.showEntityHistory/);
    match(await cardsAt(document, 'wikidata-note'), /This line: Mia Lind · /);
    const { document: sidecar } = await show(SIDECAR);
    match(await cardsAt(sidecar, 'note: Compare the bell'), /This line: not committed yet[^]*showAnnotationHistory/);
    match(await cardsAt(sidecar, 'quote: a mistake'), /This line: (?!not)[^]*“a mistake[^]*”\\?: not committed yet/);
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
      const answer = await vscode.commands.executeCommand<AgreementOutcome>('postgloss.showAgreement', {
        by: 'author',
      });
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

  it('asks whether authors or branches are compared, and shows what branches differ in', async () => {
    const tagged = (id: string, quote: string, tag: string) =>
      `  - id: ${id}\n    quote: ${quote}\n    tags:\n      - ${tag}\n`;
    await onBranch('ann', tagged('aaaa1111', 'crew of twelve', 'claim'));
    // On this branch the text is another one, and all places behind its first line are others.
    await onBranch('jo', tagged('bbbb2222', 'crew of twelve', 'evidence'), 'A line above.\n\n');
    try {
      const ask = (argument?: unknown) =>
        vscode.commands.executeCommand<AgreementOutcome>('postgloss.showAgreement', argument);
      const table = await tablesOf(ask({ branches: ['ann', 'jo'] }), ['ann', 'jo']);
      match(table, /^claim +ann \/ jo/m);
      match(table, /harbour\.txt:15 +differ +ann: claim \| jo: evidence +“crew of twelve”/);
      match(table, /^2 annotations from before the branches parted are not compared\.$/m);
      match(table, /harbour\.txt: The text differs between “ann” and “jo”; places are those on “ann”\./);
      const other = await tablesOf(ask({ branches: ['jo', 'ann'] }), ['jo', 'ann']);
      match(other, /harbour\.txt:17 +differ/);
      // The passage is shown in the text of the branch, as the one here has it elsewhere.
      void ask({ branches: ['jo', 'ann'] });
      const shown = await eventually('the passage is shown', async () => {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        const editor = vscode.window.activeTextEditor;
        return editor?.document.getText(editor.selection) === 'crew of twelve' && editor;
      });
      equal(shown.document.uri.scheme, 'postgloss-review');
      equal(shown.selection.start.line, 16);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      equal(await ask({ branches: ['ann', 'no such branch'] }), null);
      // Asked: the first answer is the authors, of whom there is one.
      const answer = ask();
      await eventually('it is answered', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return Promise.race([answer.then(() => true), new Promise<false>((done) => setTimeout(done, 50, false))]);
      });
      equal(await answer, null);
    } finally {
      git('branch', '--delete', '--force', 'ann', 'jo');
    }
  });

  /** Commits an annotation on a new branch, and a line above all of the text, and comes back. */
  async function onBranch(name: string, annotation: string, above = ''): Promise<void> {
    git('stash', '--quiet');
    git('checkout', '--quiet', '-b', name);
    await writeOnDisk(SIDECAR, ((await onDisk(SIDECAR)) ?? '') + annotation);
    await writeOnDisk(ARCHIVE, above + ((await onDisk(ARCHIVE)) ?? ''));
    git('commit', '--quiet', '--all', '--message', name);
    git('checkout', '--quiet', '-');
    git('stash', 'pop', '--quiet');
  }

  /** The tables of a comparison, once they are shown. */
  async function tablesOf(asked: Thenable<AgreementOutcome>, annotators: readonly string[]): Promise<string> {
    deepEqual(await asked, { annotators });
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    const document = await eventually('the tables are open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.path.endsWith('agreement.txt') && shown.uri.toString() !== before && shown;
    });
    return document.getText();
  }
});

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder().uri.fsPath, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
