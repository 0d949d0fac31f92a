import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitRunner } from '../../../src/editor/desktop/git-runner';
import { findPlace } from '../../../src/editor/git/repository';
import { openRepository } from '../../../src/node/git/git-repository';
import { hasMergeDriver } from '../../../src/node/git/merge-driver';
import { gitBytes, reasonOf, runGit } from '../../../src/node/git/run-git';
import { setUpMerging } from '../../../src/node/git/set-up-merging';
import { findWorkTree } from '../../../src/node/git/work-tree';
import { git, repositoryWith, scratchFolder, write } from '../../desktop/scratch';

describe('running git', () => {
  const traces = mkdtempSync(join(tmpdir(), 'postgloss-traces-'));
  after(() => rmSync(traces, { recursive: true, force: true }));

  it('is done in one place', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const starting = files.filter((name) => readFileSync(join('src', name), 'utf8').includes('child_process'));
    assert.deepEqual(starting, [join('node', 'git', 'run-git.ts')]);
  });

  it('tells bytes, messages and exit codes apart', async () => {
    const folder = mkdtempSync(join(traces, 'x'));
    try {
      assert.deepEqual(await gitBytes(null, ['hash-object', '--stdin'], { input: 'x' }), Buffer.from(`${HASH_OF_X}\n`));
      assert.equal(await gitBytes(null, ['diff', '--no-index', '/dev/null', traces]), null);
      const failed = await runGit(null, ['no-such-command']);
      assert.deepEqual([failed.code, failed.stdout.length], [1, 0]);
      assert.match(failed.stderr.toString(), /no-such-command/);
      const missing = await runGit(null, ['version'], { program: 'no-such-git' });
      assert.deepEqual([missing.code, missing.failure], [null, 'spawn no-such-git ENOENT']);
      const long = await runGit(null, ['version'], { most: 3 });
      assert.deepEqual([long.code, long.failure.includes('maxBuffer')], [null, true]);
      const slow = await runGit(null, ['-c', 'alias.wait=!sleep 9', 'wait'], { patience: 200 });
      assert.deepEqual([slow.code, slow.failure], [null, 'git did not answer in time, and was stopped']);
      const env = { GIT_AUTHOR_NAME: 'Jo', GIT_AUTHOR_EMAIL: 'jo@example.org', GIT_TERMINAL_PROMPT: '1' };
      const shown = await runGit(null, ['-c', 'alias.env=!env', 'env'], { env });
      assert.match(shown.stdout.toString(), /^GIT_AUTHOR_NAME=Jo$/m);
      assert.match(shown.stdout.toString(), /^GIT_TERMINAL_PROMPT=0$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is done at the top of a work tree only, and for no repository around it', async () => {
    const outer = repositoryWith({ 'lib/a.txt': 'x' });
    const ask = async (folder: string | null) => {
      const { code, stdout, stderr, failure } = await runGit(folder, ['rev-parse', '--show-toplevel']);
      return code === 0 ? stdout.toString().trim() : reasonOf({ code, stdout, stderr, failure });
    };
    assert.equal(await ask(outer), outer);
    assert.equal(await ask(join(outer, 'lib')), 'This folder is not a git repository');
    // The parts of a repository without `.git`, and a `.git` that is none.
    cpSync(join(outer, '.git'), join(outer, 'bare'), { recursive: true });
    assert.equal(await ask(join(outer, 'bare')), 'This folder is not a git repository');
    write(outer, { 'odd/.git/HEAD': 'x', 'file/.git': 'no path' });
    for (const folder of ['odd', 'file']) {
      assert.equal(await ask(join(outer, folder)), 'This folder is not a git repository');
      assert.deepEqual(await findWorkTree(join(outer, folder)), { top: outer, prefix: `${folder}/` });
    }
    write(outer, { 'half/.git/HEAD': 'x', 'half/.git/objects/x': '', 'half/.git/refs/x': '' });
    assert.match(await ask(join(outer, 'half')), /not a git repository/);
    assert.match(await ask(null), /not a git repository/);
    // A linked work tree has a file `.git`.
    git(outer, 'worktree', 'add', '-q', '../linked', 'HEAD');
    const linked = join(dirname(outer), 'linked');
    try {
      assert.equal(await ask(linked), linked);
    } finally {
      rmSync(linked, { recursive: true });
    }
  });

  it('asks the repository that is meant, whatever a hook of another one has in its environment', async () => {
    const [mine, other] = [repositoryWith({ 'mine.gloss.yaml': 'x' }), repositoryWith({ 'theirs.gloss.yaml': 'x' })];
    const [listing, set] = [['ls-files'], { GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git/index') }];
    Object.assign(process.env, set);
    try {
      assert.equal((await gitBytes(mine, listing))?.toString(), 'mine.gloss.yaml\n');
      assert.equal((await openRepository(mine)).root, mine);
    } finally {
      for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
    }
  });

  it('is refused where the settings of the repository lead elsewhere', async () => {
    const [folder, elsewhere] = [repositoryWith({ 'a.txt': 'x' }), scratchFolder()];
    git(folder, 'config', 'core.worktree', elsewhere);
    const refusal = { name: 'GitRefusal', message: /its files|core\.worktree/ };
    await assert.rejects(openRepository(folder), refusal);
    await assert.rejects(setUpMerging(folder, { program: 'node', bundle: 'x', electron: false }), refusal);
    await assert.rejects(findPlace(gitRunner, 'git', folder), { name: 'GitError', message: /core\.worktree/ });
    assert.deepEqual(readdirSync(elsewhere), []);
  });

  it('tells a failure with its reason, and never as an answer', async () => {
    const folder = repositoryWith({ 'a.gloss.yaml': 'postgloss: 1\n' });
    const repository = await openRepository(folder);
    await assert.rejects(repository.ask(['log', 'no-such-revision', '--']), {
      name: 'GitRefusal',
      message: "git log fails: bad revision 'no-such-revision'.",
    });
    assert.equal(await repository.attempt(['rev-parse', '--verify', '--quiet', 'no-such-revision']), null);
    writeFileSync(join(folder, '.git/config'), '[core\n');
    await assert.rejects(openRepository(folder), { name: 'GitRefusal', message: /bad config line 1/ });
    await assert.rejects(repository.blobs(['HEAD']), { name: 'GitRefusal', message: /bad config line 1/ });
    assert.equal(await hasMergeDriver(folder), null);
  });
});

const HASH_OF_X = 'c1b0730e0133447badcfd47fd144e254807b06e1';
