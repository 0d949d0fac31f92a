import assert from 'node:assert/strict';
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readBlame } from '../../../src/node/git/blame';
import { openRepository } from '../../../src/node/git/git-repository';
import { glossLog } from '../../../src/node/git/gloss-log';
import { RAW, readRaw } from '../../../src/node/git/raw-diff';
import { changesOnDisk } from '../../../src/node/git/work-tree-changes';
import { git, repositoryWith, write } from '../../desktop/scratch';
import { callHere } from '../../cli/support/call';
import { trials } from '../../support/trials';

const record = (id: string) => `  - id: ${id}\n    quote: the passage of ${id}\n    note: said of ${id}\n`;
const sidecar = (...ids: readonly string[]) => `postgloss: 1\nannotations:\n${ids.map(record).join('')}`;
const IDS = ['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee', 'ffff', 'gggg', 'hhhh'];

describe('the working tree against a commit', () => {
  it('differs as git itself tells it, where no filter is set', async () => {
    const names = [
      'a.txt.gloss.yaml',
      'b/c.txt.gloss.yaml',
      'postgloss.yaml',
      'é ü.gloss.yaml',
      'x.txt',
      'new.gloss.yaml',
    ];
    const content = fc.subarray(IDS).map((ids) => sidecar(...ids));
    const files = fc.dictionary(fc.constantFrom(...names), content);
    const ways = fc.constantFrom('plain', 'staged', 'half staged');
    await fc.assert(
      fc.asyncProperty(files, files, ways, async (before, after, way) => {
        const folder = repositoryWith({ ...before, 'kept.txt': 'x' });
        for (const name of Object.keys(before)) rmSync(join(folder, name));
        write(folder, after);
        if (way !== 'plain') git(folder, 'add', '--all');
        if (way === 'half staged')
          for (const name of Object.keys(after)) writeFileSync(join(folder, name), sidecar('zzzz'));
        const repository = await openRepository(folder);
        const found = await changesOnDisk(repository, 'HEAD');
        // git is asked about the same files in its index, which holds no file of the disk that differs from it then.
        git(folder, 'add', '--all');
        const paths = ['--', '*.gloss.yaml', 'postgloss.yaml', '*/postgloss.yaml'];
        const told = readRaw(git(folder, 'diff-index', '--cached', ...RAW, 'HEAD', ...paths));
        const shown = ({ path, before, after }: (typeof told)[number]) => [path, before, after !== null];
        // Of several files that are equally alike, either may be the one that was renamed.
        const plain = (changes: typeof told) => changes.filter(({ oldPath }) => oldPath === null).map(shown);
        if ([...found, ...told].every(({ oldPath }) => oldPath === null)) assert.deepEqual(plain(found), plain(told));
        const ends = (changes: typeof told) => new Set(changes.flatMap(({ path, oldPath }) => [path, oldPath ?? path]));
        assert.deepEqual([...ends(found)].sort(), [...ends(told)].sort());
      }),
      { ...trials(300), interruptAfterTimeLimit: 6_000 },
    );
  });

  it('follows a rename, with and without a change', async () => {
    const folder = repositoryWith({ 'a.gloss.yaml': sidecar(...IDS), 'b.gloss.yaml': sidecar('xxxx', 'yyyy', 'zzzz') });
    git(folder, 'mv', 'a.gloss.yaml', 'moved.gloss.yaml');
    rmSync(join(folder, 'b.gloss.yaml'));
    write(folder, {
      'also.gloss.yaml': sidecar('xxxx', 'yyyy', 'tttt'),
      'other.gloss.yaml': sidecar('oooo', 'pppp', 'qqqq', 'rrrr'),
    });
    const changes = await changesOnDisk(await openRepository(folder), 'HEAD');
    assert.deepEqual(
      changes.map(({ path, oldPath }) => [path, oldPath]),
      [
        ['also.gloss.yaml', 'b.gloss.yaml'],
        ['moved.gloss.yaml', 'a.gloss.yaml'],
        ['other.gloss.yaml', null],
      ],
    );
  });

  it('does not differ by line ends alone, nor by what a sparse checkout leaves out, and a link counts as no file', async function () {
    if (process.platform === 'win32') this.skip();
    const names = ['a', 'b', 'c'].map((name) => `${name}.gloss.yaml`);
    const folder = repositoryWith(Object.fromEntries(names.map((name) => [name, sidecar('aaaa')])));
    writeFileSync(join(folder, 'a.gloss.yaml'), sidecar('aaaa').replaceAll('\n', '\r\n'));
    git(folder, 'update-index', '--skip-worktree', 'b.gloss.yaml');
    rmSync(join(folder, 'b.gloss.yaml'));
    rmSync(join(folder, 'c.gloss.yaml'));
    symlinkSync('a.gloss.yaml', join(folder, 'c.gloss.yaml'));
    symlinkSync('/dev/zero', join(folder, 'zero.gloss.yaml'));
    const changes = await changesOnDisk(await openRepository(folder), 'HEAD');
    assert.deepEqual(
      changes.map(({ path, after }) => [path, after]),
      [['c.gloss.yaml', null]],
    );
  });
});

describe('who last changed a line', () => {
  const told = async (folder: string, path: string, count: number) => {
    const blame = await readBlame(await openRepository(folder), null, path);
    const commits: (string | null)[] = [];
    for (let line = 1; line <= count; line++) commits.push((await blame.of(line, line)).commit);
    return commits;
  };

  it('is what git says of the working tree, where no filter is set', async () => {
    const ids = fc.subarray(IDS, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(ids, ids, ids, async (first, second, third) => {
        const folder = repositoryWith({ 'a.gloss.yaml': sidecar(...first) });
        write(folder, { 'a.gloss.yaml': sidecar(...second) });
        git(folder, 'commit', '--all', '--quiet', '--allow-empty', '--message', 'two');
        write(folder, { 'a.gloss.yaml': sidecar(...third) });
        const lines = git(folder, 'blame', '--porcelain', '--', 'a.gloss.yaml').match(/^[0-9a-f]{40} \d+ \d+/gm) ?? [];
        const expected = lines.map((line) => (/^0{40}/.test(line) ? null : line.slice(0, 40)));
        const found = await told(folder, 'a.gloss.yaml', expected.length);
        // Which of two equal lines was added is a matter of taste: git and we may say it of different ones.
        const count = (all: readonly (string | null)[]) => all.filter((commit) => commit === null).length;
        assert.equal(count(found), count(expected));
        for (const commit of found) assert.ok(commit === null || expected.includes(commit));
      }),
      { ...trials(100), interruptAfterTimeLimit: 6_000 },
    );
  });

  it('is known of a file that was renamed since, of some lines alone, and of none that is not committed', async () => {
    const folder = repositoryWith({ 'a.gloss.yaml': sidecar('aaaa', 'bbbb', 'cccc') });
    const head = git(folder, 'rev-parse', 'HEAD').trim();
    git(folder, 'mv', 'a.gloss.yaml', 'b.gloss.yaml');
    write(folder, { 'b.gloss.yaml': sidecar('aaaa', 'nnnn', 'bbbb', 'cccc'), 'new.gloss.yaml': sidecar('qqqq') });
    const all = [...Array<string>(5).fill(head), null, null, null, ...Array<string>(6).fill(head)];
    assert.deepEqual(await told(folder, 'b.gloss.yaml', 14), all);
    assert.deepEqual(await told(folder, 'new.gloss.yaml', 3), [null, null, null]);
    const some = await readBlame(await openRepository(folder), null, 'b.gloss.yaml', { first: 6, last: 9 });
    assert.deepEqual([(await some.of(6, 8)).commit, (await some.of(9, 9)).commit], [null, head]);
    const none = repositoryWith({});
    write(none, { 'a.gloss.yaml': sidecar('aaaa') });
    assert.deepEqual(await told(none, 'a.gloss.yaml', 2), [null, null]);
  });

  it('is told where settings name files that the repository lacks', async () => {
    const folder = repositoryWith({
      'entities.gloss.yaml': 'postgloss: 1\nentities:\n  - id: norvik\n    name: Norvik\n',
    });
    for (const key of ['blame.ignoreRevsFile', 'diff.orderFile']) git(folder, 'config', key, 'nowhere');
    assert.match(
      (await callHere(['history', 'entities.gloss.yaml'], folder)).stdout,
      / Test {2}[0-9a-f]{8} {2}“Norvik”/,
    );
    assert.equal((await glossLog(await openRepository(folder))).length, 1);
    assert.match((await callHere(['history', 'norvik'], folder)).stdout, /added/);
  });

  it('is not told as “not committed” where git fails, but with its reason', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repositoryWith({ 'a.gloss.yaml': sidecar('aaaa') });
    const program = join(folder, '.git/git');
    writeFileSync(
      program,
      `#!/bin/sh\ncase "$*" in *blame*) echo "fatal: out of luck" >&2; exit 128;; esac\nPATH="$REAL_PATH" exec git "$@"\n`,
    );
    chmodSync(program, 0o755);
    const { PATH } = process.env;
    Object.assign(process.env, { PATH: `${join(folder, '.git')}:${PATH}`, REAL_PATH: PATH });
    try {
      const { code, stderr } = await callHere(['history', 'a.gloss.yaml'], folder);
      assert.deepEqual([code, stderr], [2, 'postgloss: git blame fails: out of luck.\n']);
    } finally {
      process.env.PATH = PATH;
      delete process.env.REAL_PATH;
    }
  });
});
