import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { SetUpOutcome } from '../../../src/editor/git/set-up-git-merging';
import { equal, match, ok } from '../support/assert';
import { cardsAt, eventually, onDisk, selectText, show, writeOnDisk } from '../support/editing';
import { file, folder } from '../support/workspace';

const ARCHIVE = 'archives/harbour.txt';
const SIDECAR = `${ARCHIVE}.gloss.yaml`;
const REGISTRY = 'entities.gloss.yaml';

const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`postgloss.${command}`, ...(argument === undefined ? [] : [argument]));
const named = (conflict: string, path = SIDECAR) => ({ archive: folder().uri.toString(), path, conflict });
const text = async (path = SIDECAR) => (await onDisk(path)) ?? '';
const record = (id: string, quote: string, note: string, by: string) =>
  `  - id: ${id}\n    quote: ${quote}\n    tags:\n      - claim\n    note: ${note}\n    by: ${by}\n    on: "2026-11-22"\n`;

describe('conflicts of git', () => {
  let head: string;
  const start = new Map<string, string>();

  beforeEach(async () => {
    head = git('rev-parse', 'HEAD').trim();
    await vscode.extensions.getExtension('postgloss.postgloss')?.activate();
    for (const path of [SIDECAR, REGISTRY]) start.set(path, await text(path));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    git('reset', '--quiet', '--hard', head);
    git('clean', '--quiet', '-d', '--force');
    git('branch', '--force', 'side', head);
    git('branch', '--delete', '--force', 'side');
    for (const key of ['merge.postgloss.driver', 'merge.postgloss.name', 'merge.conflictStyle']) {
      tryGit('config', '--unset-all', key);
    }
  });

  /** Commits one version on another branch and one on ours, and merges: git finds what conflicts it finds. */
  async function merged(path: string, ours: string, theirs: string): Promise<void> {
    git('checkout', '--quiet', '-b', 'side');
    await writeOnDisk(path, theirs);
    git('commit', '--quiet', '--all', '--message', 'theirs');
    git('checkout', '--quiet', '-');
    await writeOnDisk(path, ours);
    git('commit', '--quiet', '--all', '--message', 'ours');
    tryGit('merge', '--quiet', 'side');
    match(await text(path), /^<{7} HEAD$/m);
    await show(ARCHIVE);
  }

  /** Goes through the queue until the passage of a conflict is shown. */
  const isShown = (quote: string, command: string) =>
    eventually(`${quote} is shown`, async () => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      if (document?.getText(selection) === quote) return true;
      await run(command, { focused: true });
      return false;
    });

  const withNote = (note: string, more = '') => (start.get(SIDECAR) ?? '').replace(/note: .*/, `note: ${note}`) + more;

  it('are solved record by record, and the file is staged with the last', async () => {
    const [one, two] = [
      record('aaaa1111', 'The bell was never found', 'ours', 'ann'),
      record('bbbb2222', 'crew of twelve', 'theirs', 'jo'),
    ];
    await merged(SIDECAR, withNote('our word', one), withNote('their word', two));
    await eventually('the conflict is taken', async () => {
      if ((await text()).includes('<<<<<<<')) await run('takeTheirs', named('record h4rb0ur1'));
      return !(await text()).includes('<<<<<<<');
    });
    const now = await text();
    match(now, /note: their word/);
    ok(!now.includes('our word'), now);
    ok(now.includes(one) && now.includes(two), now);
    equal(git('ls-files', '--unmerged'), '');
    match(git('status', '--porcelain'), /^M {2}archives\/harbour\.txt\.gloss\.yaml$/m);
    // Undone, it is in conflict for git too; done again, it is staged again.
    await run('undoAnnotationChange');
    match(await text(), /^<{7} HEAD$/m);
    match(git('ls-files', '--unmerged'), /^100644 [0-9a-f]+ 3\tarchives\/harbour\.txt\.gloss\.yaml$/m);
    await run('redoAnnotationChange');
    equal(await text(), now);
    equal(git('ls-files', '--unmerged'), '');
    await run('undoAnnotationChange');
    await run('takeOurs', named('record h4rb0ur1'));
    match(await text(), /note: our word/);
    equal(git('ls-files', '--unmerged'), '');
  });

  it('stay solved for git where the merge was committed before the decision is undone', async () => {
    await merged(SIDECAR, withNote('our word'), withNote('their word'));
    await run('takeTheirs', named('record h4rb0ur1'));
    git('commit', '--quiet', '--message', 'merged');
    await run('undoAnnotationChange');
    match(await text(), /^<{7} HEAD$/m);
    equal(git('ls-files', '--unmerged'), '');
    match(git('status', '--porcelain'), /^ M archives\/harbour\.txt\.gloss\.yaml$/m);
  });

  it('leave the annotations of their file to be seen, and nothing to be written, until they are solved', async () => {
    const [one, two] = [
      record('aaaa1111', 'crew of twelve', 'of ours', 'ann'),
      record('bbbb2222', 'The Port Office gave no reason', 'of theirs', 'jo'),
    ];
    await merged(SIDECAR, withNote('our word', one), withNote('their word', two));
    const editor = await show(ARCHIVE);
    const { document } = editor;
    const disputed = await eventually('the conflict is in the card', async () => {
      const card = await cardsAt(document, 'a mistake that the town');
      return card.includes('In conflict') && card.includes('their word') && card;
    });
    match(disputed, /Annotation\*\* · claim[^]*our word[^]*Ours: [^]*our word[^]*Theirs: [^]*their word/);
    match(disputed, /command:postgloss\.takeTheirs[^]*command:postgloss\.takeBoth[^]*command:postgloss\.showReview/);
    ok(!disputed.includes('postgloss.changeTags'), disputed);
    // With what git knows, only one of the records that lie between the markers is in conflict.
    for (const [quote, note] of [
      ['crew of twelve', 'of ours'],
      ['The Port Office gave no reason', 'of theirs'],
    ] as const) {
      const card = await eventually(`${note} is in no conflict`, async () => {
        const found = await cardsAt(document, quote);
        return found.includes('once its conflicts are solved') && found;
      });
      match(card, new RegExp(`${note}[^]*(?:ann|jo)\\\\, 2026`));
      ok(!card.includes('In conflict') && !card.includes('postgloss.deleteAnnotation'), card);
    }
    const before = await text();
    selectText(editor, 'crew of twelve');
    await run('writeNote', { note: 'another' });
    selectText(editor, 'closed the harbour on Tuesday');
    await run('writeNote', { note: 'new' });
    await run('deleteAnnotation', { archive: folder().uri.toString(), path: ARCHIVE, annotation: 'aaaa1111' });
    equal(await text(), before);
    await run('openAnnotationRecord', { archive: folder().uri.toString(), path: ARCHIVE, annotation: 'bbbb2222' });
    const shown = vscode.window.activeTextEditor;
    match(shown?.document.getText(shown.selection) ?? '', /id: bbbb2222/);
    await run('takeBoth', named('record h4rb0ur1'));
    const solved = await eventually('the card is as usual', async () => {
      const card = await cardsAt(document, 'a mistake that the town');
      return card.includes('postgloss.changeTags') && card;
    });
    match(solved, /our word[^]*their word/);
    ok(!solved.includes('In conflict'), solved);
  });

  it('may keep what both sides say', async () => {
    await merged(SIDECAR, withNote('our word'), withNote('their word'));
    await run('takeBoth', named('record h4rb0ur1'));
    match(await text(), /note: \|-\n {6}our word\n\n {6}their word\n/);
    equal(git('ls-files', '--unmerged'), '');
  });

  it('go away at once where record by record there are none', async () => {
    const [one, two] = [
      record('aaaa1111', 'The bell was never found', 'ours', 'ann'),
      record('bbbb2222', 'crew of twelve', 'theirs', 'jo'),
    ];
    const base = start.get(SIDECAR) ?? '';
    await merged(SIDECAR, base + one, base + two);
    await run('mergeRecords', { archive: folder().uri.toString(), path: SIDECAR });
    equal(await text(), base + one + two);
    equal(git('ls-files', '--unmerged'), '');
  });

  it('are solved in the registry too, in the style diff3', async () => {
    git('config', 'merge.conflictStyle', 'diff3');
    const base = start.get(REGISTRY) ?? '';
    const as = (description: string) => base.replace(/description: .*/, `description: ${description}`);
    await merged(REGISTRY, as('one'), as('another'));
    const id = /- id: (\S+)/.exec(base)?.[1] ?? '';
    await run('takeOurs', named(`record ${id}`, REGISTRY));
    equal(await text(REGISTRY), as('one'));
    equal(git('ls-files', '--unmerged'), '');
  });

  it('are worked through with the keyboard alone', async () => {
    const more = (word: string) => record('aaaa1111', 'The bell was never found', word, 'ann');
    const base = start.get(SIDECAR) ?? '';
    await writeOnDisk(SIDECAR, base + more('first'));
    git('commit', '--quiet', '--all', '--message', 'start');
    await merged(SIDECAR, withNote('our word', more('o')), withNote('their word', more('t')));
    await run('reviewArchive');
    await eventually('the sidecar is known to be in conflict', () =>
      Promise.resolve(vscode.languages.getDiagnostics(file(SIDECAR)).some(({ code }) => code === 'conflict-markers')),
    );
    await run('showReview');
    await isShown('a mistake that the town will pay for', 'nextReviewItem');
    await run('takeTheirs', { focused: true });
    match(await text(), /note: their word[^]*<{7} HEAD/);
    // What is decided leaves the keyboard at the next one.
    await run('takeOurs', { focused: true });
    match(await text(), /note: their word[^]*note: o\n/);
    equal(git('ls-files', '--unmerged'), '');
  });

  it('write nothing where the file was solved meanwhile', async () => {
    await merged(SIDECAR, withNote('our word'), withNote('their word'));
    await writeOnDisk(SIDECAR, withNote('by hand'));
    await run('takeOurs', named('record h4rb0ur1'));
    equal(await text(), withNote('by hand'));
  });

  it('lead to the record in its file', async () => {
    await merged(SIDECAR, withNote('our word'), withNote('their word'));
    await run('editConflict', named('record h4rb0ur1'));
    equal(vscode.window.activeTextEditor?.document.uri.toString(), file(SIDECAR).toString());
  });

  it('are fewer once merging is set up, which check asks for', async () => {
    await show(ARCHIVE);
    const codes = (path: string) => vscode.languages.getDiagnostics(file(path)).map(({ code }) => code);
    await eventually('it is said', () => Promise.resolve(codes('.gitattributes').includes('no-merge-driver')));
    const outcome = (await run('setUpGitMerging')) as SetUpOutcome;
    ok('steps' in outcome, JSON.stringify(outcome));
    match(await text('.gitattributes'), /\*\.gloss\.yaml merge=postgloss/);
    match(git('config', '--get', 'merge.postgloss.driver'), /dist\/cli\.cjs/);
    await eventually('it is said no more', () => Promise.resolve(!codes('.gitattributes').includes('no-merge-driver')));
    const [one, two] = [
      record('aaaa1111', 'The bell was never found', 'ours', 'ann'),
      record('bbbb2222', 'crew of twelve', 'theirs', 'jo'),
    ];
    const base = start.get(SIDECAR) ?? '';
    git('checkout', '--quiet', '-b', 'side');
    await writeOnDisk(SIDECAR, base + two);
    git('commit', '--quiet', '--all', '--message', 'theirs');
    git('checkout', '--quiet', '-');
    await writeOnDisk(SIDECAR, base + one);
    git('commit', '--quiet', '--all', '--message', 'ours');
    git('merge', '--quiet', 'side', '--message', 'merge');
    equal(await text(), base + one + two);
  });
});

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder().uri.fsPath, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function tryGit(...args: string[]): void {
  try {
    git(...args);
  } catch {
    // A merge with conflicts ends with 1, and so does taking away a setting that is not there.
  }
}
