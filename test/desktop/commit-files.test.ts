import { deepStrictEqual, match, ok, rejects, strictEqual, throws } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitRunner } from '../../src/editor/desktop/git-runner';
import { commitFiles } from '../../src/editor/git/commit-files';
import { explainGit } from '../../src/editor/git/explain';
import { GitError } from '../../src/editor/git/git';
import { planCommit, proposeMessage, type CommitPlan } from '../../src/editor/git/plan-commit';
import { refuseHalfDone, refuseMarkers } from '../../src/editor/git/refuse';
import { findPlace, underWay } from '../../src/editor/git/repository';
import { describeSlow } from '../support/trials';
import { git, repositoryWith, scratchFolder, write } from './scratch';

const ARCHIVE = {
  'postgloss.yaml': 'postgloss: 1\n',
  'entities.gloss.yaml': 'postgloss: 1\nentities: []\n',
  'a.txt': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n',
  'a.txt.gloss.yaml': 'postgloss: 1\nannotations: []\n',
};
const NOTE = 'postgloss: 1\nannotations:\n  - id: abcdefgh\n    quote: two\n    note: Hm.\n';

async function plan(folder: string, known: string[] = []): Promise<CommitPlan> {
  const place = await findPlace(gitRunner, 'git', folder);
  ok(place);
  return planCommit({ repository: place.repository, prefixes: [place.prefix], known });
}

async function commit(folder: string, message = 'Annotate'): Promise<string> {
  const { repository, files } = await plan(folder);
  return commitFiles(repository, files, message);
}

const committed = (folder: string) =>
  git(folder, 'show', '--pretty=format:', '--name-status', '--no-renames', '-z', 'HEAD').split('\0').slice(0, -1);

/** All that a person could see of the index and of the files, apart from the last commit. */
const stateOf = (folder: string) => [
  git(folder, 'ls-files', '--stage'),
  git(folder, 'diff', '--cached'),
  git(folder, 'diff'),
  git(folder, 'status', '--porcelain=v2', '--untracked-files=all'),
];

describeSlow('committing gloss files', () => {
  it('commits them, and leaves all else staged or changed as it was', async () => {
    const folder = repositoryWith({ ...ARCHIVE, 'gone.txt.gloss.yaml': NOTE, 'b.txt': 'b\n' });
    // Two hunks of a text, of which one is staged; another file staged as new, and one as deleted.
    const text = ARCHIVE['a.txt'];
    write(folder, { 'a.txt': text.replace('one', 'ONE'), 'staged.txt': 's\n', 'loose.txt': 'l\n' });
    git(folder, 'add', 'a.txt', 'staged.txt');
    git(folder, 'rm', '--quiet', '--cached', 'b.txt');
    write(folder, { 'a.txt': text.replace('one', 'ONE').replace('ten', 'TEN') });
    const others = ['a.txt', 'b.txt', 'staged.txt', 'loose.txt'];
    const before = [
      git(folder, 'diff', '--cached', '--', ...others),
      git(folder, 'diff', '--', ...others),
      git(folder, 'status', '--porcelain', '--', ...others),
    ];
    // Gloss files of every kind: half staged, new, new in a new folder, deleted.
    write(folder, { 'a.txt.gloss.yaml': NOTE });
    git(folder, 'add', 'a.txt.gloss.yaml');
    write(folder, {
      'a.txt.gloss.yaml': NOTE.replace('Hm.', 'Really?'),
      'b.txt.gloss.yaml': NOTE,
      'deep/er/c.txt.gloss.yaml': NOTE,
    });
    unlinkSync(join(folder, 'gone.txt.gloss.yaml'));

    const hash = await commit(folder, '-m looks like a flag “quoted”\n\n# and two lines');

    strictEqual(git(folder, 'rev-parse', '--short', 'HEAD').trim(), hash);
    deepStrictEqual(committed(folder), [
      ...['M', 'a.txt.gloss.yaml', 'A', 'b.txt.gloss.yaml'],
      ...['A', 'deep/er/c.txt.gloss.yaml', 'D', 'gone.txt.gloss.yaml'],
    ]);
    strictEqual(git(folder, 'show', 'HEAD:a.txt.gloss.yaml'), NOTE.replace('Hm.', 'Really?'));
    strictEqual(git(folder, 'log', '-1', '--format=%B').trim(), '-m looks like a flag “quoted”\n\n# and two lines');
    deepStrictEqual(
      [
        git(folder, 'diff', '--cached', '--', ...others),
        git(folder, 'diff', '--', ...others),
        git(folder, 'status', '--porcelain', '--', ...others),
      ],
      before,
    );
    deepStrictEqual((await plan(folder)).files, []);
  });

  it('takes names for names: spaces, dashes, line breaks, wildcards, magic, any script', async () => {
    // Windows allows few of these in a name.
    const plain = ['with space', '-rf', '[a]', '!not', "it's", 'ایران', 'e\u0301', '$(id)'];
    const names = process.platform === 'win32' ? plain : [...plain, 'line\nbreak', '*', ':(top)x', ' ', '"q"'];
    const folder = repositoryWith({ ...ARCHIVE, 'x.txt': 'x' });
    for (const name of names) write(folder, { [`d/${name}.gloss.yaml`]: NOTE, [`${name}.gloss.yaml`]: NOTE });
    await commit(folder);
    strictEqual(committed(folder).length / 2, 2 * names.length);
    strictEqual(git(folder, 'status', '--porcelain'), '');
    for (const name of names) write(folder, { [`d/${name}.gloss.yaml`]: NOTE.replace('Hm', 'Ha') });
    unlinkSync(join(folder, '-rf.gloss.yaml'));
    await commit(folder);
    strictEqual(committed(folder).length / 2, names.length + 1);
  });

  it('stays within the archive where it is a folder of the repository, also when reached through a link', async () => {
    const folder = repositoryWith({ 'in here/postgloss.yaml': 'postgloss: 1\n', 'outside.gloss.yaml': NOTE });
    write(folder, { 'in here/a.gloss.yaml': NOTE, 'outside.gloss.yaml': 'changed', 'in here too/x.gloss.yaml': NOTE });
    const link = join(scratchFolder(), 'link');
    symlinkSync(join(folder, 'in here'), link);
    await commit(link);
    deepStrictEqual(committed(folder), ['A', 'in here/a.gloss.yaml']);
  });

  it('makes the first commit of a repository', async () => {
    const folder = repositoryWith({});
    write(folder, ARCHIVE);
    git(folder, 'add', 'a.txt');
    await commit(folder);
    deepStrictEqual(committed(folder), ['A', 'a.txt.gloss.yaml', 'A', 'entities.gloss.yaml', 'A', 'postgloss.yaml']);
    strictEqual(git(folder, 'status', '--porcelain'), 'A  a.txt\n');
  });

  it('works in a linked worktree, and on no branch', async () => {
    const folder = repositoryWith(ARCHIVE);
    const tree = join(scratchFolder(), 'tree');
    git(folder, 'worktree', 'add', '--quiet', '--detach', tree);
    write(tree, { 'a.txt.gloss.yaml': NOTE });
    strictEqual((await plan(tree)).branch, null);
    await commit(tree);
    deepStrictEqual(committed(tree), ['M', 'a.txt.gloss.yaml']);
  });

  it('leaves the index as it was when a hook refuses, and hands on what the hook says', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repositoryWith(ARCHIVE);
    const hook = join(folder, '.git', 'hooks', 'pre-commit');
    mkdirSync(join(folder, '.git', 'hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "The ${GIT_LITERAL_PATHSPECS:-usual} house rules"\necho say no >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    write(folder, { 'a.txt': 'staged', 'a.txt.gloss.yaml': NOTE, 'new.txt.gloss.yaml': NOTE });
    git(folder, 'add', 'a.txt', 'a.txt.gloss.yaml');
    write(folder, { 'a.txt': 'staged and more', 'a.txt.gloss.yaml': NOTE.replace('Hm', 'Ha') });
    const [head, before] = [git(folder, 'rev-parse', 'HEAD'), stateOf(folder)];
    const error = await commit(folder).catch((reason: unknown) => reason);
    ok(error instanceof GitError);
    strictEqual(error.message, 'The usual house rules\nsay no');
    match(explainGit(error).why, /says: The usual house rules$/);
    deepStrictEqual([git(folder, 'rev-parse', 'HEAD'), stateOf(folder)], [head, before]);
  });

  it('says in plain words that git does not know who the person is', async () => {
    const folder = repositoryWith(ARCHIVE);
    for (const key of ['user.name', 'user.email']) git(folder, 'config', '--unset', key);
    git(folder, 'config', 'user.useConfigOnly', 'true');
    write(folder, { 'a.txt.gloss.yaml': NOTE });
    const home = { HOME: process.env.HOME, XDG_CONFIG_HOME: process.env.XDG_CONFIG_HOME };
    const system = process.env.GIT_CONFIG_NOSYSTEM;
    Object.assign(process.env, { HOME: scratchFolder(), XDG_CONFIG_HOME: scratchFolder(), GIT_CONFIG_NOSYSTEM: '1' });
    try {
      const error = await commit(folder).catch((reason: unknown) => reason);
      match(explainGit(error).why, /^Git does not know who you are/);
    } finally {
      for (const [key, value] of Object.entries({ ...home, GIT_CONFIG_NOSYSTEM: system })) {
        if (value === undefined) Reflect.deleteProperty(process.env, key);
        else process.env[key] = value;
      }
    }
  });

  it('commits a thousand files', async () => {
    const folder = repositoryWith(ARCHIVE);
    const name = (i: number) => `archives/${'a long name of a folder '.repeat(6)}/${i}.txt.gloss.yaml`;
    write(folder, Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [name(i), NOTE])));
    await commit(folder);
    strictEqual(committed(folder).length / 2, 1000);
  });
});

describeSlow('planning a commit', () => {
  it('finds no repository where there is none', async () => {
    strictEqual(await findPlace(gitRunner, 'git', scratchFolder()), null);
  });

  it('rejects when git is not there', async () => {
    await rejects(findPlace(gitRunner, 'no-such-git', repositoryWith({})), GitError);
  });

  it('names gloss files that git ignores', async () => {
    const folder = repositoryWith({ ...ARCHIVE, '.gitignore': 'drafts/\n' });
    write(folder, { 'drafts/d.txt.gloss.yaml': NOTE });
    const { files, ignored } = await plan(folder, ['drafts/d.txt.gloss.yaml', 'a.txt.gloss.yaml']);
    deepStrictEqual([files, ignored], [[], ['drafts/d.txt.gloss.yaml']]);
  });

  it('proposes a message from what was decided', async () => {
    const folder = repositoryWith(ARCHIVE);
    write(folder, {
      'a.txt.gloss.yaml': NOTE,
      'entities.gloss.yaml': 'postgloss: 1\nentities:\n  - id: x\n    name: X\n',
    });
    const read = (path: string) => Promise.resolve(readFileSync(join(folder, path), 'utf8'));
    strictEqual(await proposeMessage(await plan(folder), [''], read), 'Annotate 1 post: 1 note; add 1 entity');
    unlinkSync(join(folder, 'entities.gloss.yaml'));
    match(await proposeMessage(await plan(folder), [''], read), /^Annotate 1 post: 1 note/);
  });

  it('counts conflicts of gloss files and of others', async () => {
    const folder = diverged();
    throws(() => git(folder, 'merge', 'side'));
    const { conflicts, otherConflicts } = await plan(folder);
    deepStrictEqual([conflicts, otherConflicts], [['a.txt.gloss.yaml'], 1]);
  });
});

describeSlow('refusing to commit', () => {
  const refuse = (folder: string, state: CommitPlan) =>
    refuseHalfDone(state, (name) => Promise.resolve(existsSync(join(folder, '.git', name))));

  for (const [what, ...args] of [
    ['merge', 'merge', '--no-commit', 'side~1'],
    ['cherry-pick', 'cherry-pick', 'side'],
    ['revert', 'revert', '--no-commit', 'HEAD'],
    ['rebase', 'rebase', 'side'],
  ] as const) {
    it(`refuses while a ${what} waits to be finished`, async () => {
      const folder = diverged();
      try {
        git(folder, ...args);
      } catch {
        // It stops at a conflict, as it should.
      }
      strictEqual(await underWay((name) => Promise.resolve(existsSync(join(folder, '.git', name)))), what);
      // Even with its conflicts resolved it is still to be finished.
      git(folder, 'add', '--all');
      write(folder, { 'a.txt.gloss.yaml': NOTE });
      const before = stateOf(folder);
      await rejects(
        plan(folder).then((state) => refuse(folder, state)),
        new RegExp(`A ${what} is under way`),
      );
      deepStrictEqual(stateOf(folder), before);
    });
  }

  it('refuses while files are in conflict after a stash', async () => {
    const folder = repositoryWith(ARCHIVE);
    write(folder, { 'a.txt': 'mine' });
    git(folder, 'stash', '--quiet');
    write(folder, { 'a.txt': 'theirs' });
    git(folder, 'commit', '--quiet', '--all', '--message', 'x');
    throws(() => git(folder, 'stash', 'pop'));
    write(folder, { 'a.txt.gloss.yaml': NOTE });
    await rejects(
      plan(folder).then((state) => refuse(folder, state)),
      /Other files .* in conflict/,
    );
  });

  it('refuses files with conflict markers that were staged all the same', async () => {
    const folder = repositoryWith(ARCHIVE);
    write(folder, { 'a.txt.gloss.yaml': `${NOTE}<<<<<<< HEAD\n=======\n>>>>>>> side\n` });
    const read = (path: string) => Promise.resolve(readFileSync(join(folder, path), 'utf8'));
    await rejects(
      plan(folder).then((state) => refuseMarkers(state, read)),
      /Conflict markers are still in a\.txt/,
    );
  });
});

/** Two branches that changed the same lines of a text and of its sidecar; `side~1` merges without a conflict. */
function diverged(): string {
  const folder = repositoryWith(ARCHIVE);
  git(folder, 'checkout', '--quiet', '-b', 'side');
  write(folder, { 'side.txt': 'side' });
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'side 1');
  write(folder, { 'a.txt': 'side', 'a.txt.gloss.yaml': NOTE.replace('Hm', 'Side') });
  git(folder, 'commit', '--quiet', '--all', '--message', 'side 2');
  git(folder, 'checkout', '--quiet', 'main');
  write(folder, { 'a.txt': 'main', 'a.txt.gloss.yaml': NOTE.replace('Hm', 'Main') });
  git(folder, 'commit', '--quiet', '--all', '--message', 'main');
  return folder;
}
