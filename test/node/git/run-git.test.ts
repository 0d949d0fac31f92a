import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitRunner } from '../../../src/editor/desktop/git-runner';
import { gitQuestions } from '../../../src/editor/desktop/git-questions';
import { commitFiles } from '../../../src/editor/git/commit-files';
import { planCommit } from '../../../src/editor/git/plan-commit';
import { findPlace } from '../../../src/editor/git/repository';
import { EarlierTexts } from '../../../src/node/git/earlier-texts';
import { mergeByLines } from '../../../src/node/git/merge-by-lines';
import { gitBytes, runGit } from '../../../src/node/git/run-git';
import { callHere } from '../../cli/support/call';
import { Repository } from '../../git/support/repository';

const TEXT = 'a.txt';
const SIDECAR = 'a.txt.gloss.yaml';
const note = (text: string) =>
  `postgloss: 1\nannotations:\n  - id: aaaaaaaa\n    quote: word\n    note: ${text}\n    by: jo\n`;

/** Every function that asks git, with what it needs to get as far as it can. */
const CALLERS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'earlier texts': async (folder) => {
    const found: Uint8Array[] = [];
    for await (const { bytes, sidecars } of new EarlierTexts().of(folder, join(folder, TEXT)))
      found.push(bytes, (await sidecars?.())?.then ?? bytes);
    return found;
  },
  'the merge driver': (folder) => questions.mergeDriver(folder),
  'the sides of a conflict': (folder) => questions.stages(join(folder, SIDECAR)),
  staging: (folder) => questions.stage(join(folder, SIDECAR)),
  'the setup': (folder) => questions.setUpMerging(folder),
  'a history': (folder) => questions.history(join(folder, SIDECAR), 'aaaaaaaa'),
  revisions: (folder) => questions.revisions(folder),
  changes: (folder) => questions.changesSince(folder, 'HEAD~1'),
  branches: (folder) => questions.compareBranches(folder, ['main', 'other']),
  'a last change': (folder) => questions.lastChange(join(folder, SIDECAR), 1, 3),
  'merging by lines': (folder) => {
    const path = join(folder, TEXT);
    const bytes = readFileSync(path);
    return mergeByLines(
      folder,
      { base: path, ours: path, theirs: path },
      { base: bytes, ours: bytes, theirs: bytes },
      7,
    );
  },
  'a commit of the editor': async (folder) => {
    const place = await findPlace(gitRunner, 'git', folder);
    assert.ok(place);
    const { repository, files } = await planCommit({ ...place, prefixes: [''], known: [] });
    return commitFiles(repository, files, 'Annotate');
  },
  ...Object.fromEntries(
    [
      ['check', '--format', 'sarif'],
      ['diff', '--blame'],
      ['diff', 'HEAD~1'],
      ['history', 'aaaaaaaa'],
      ['history', SIDECAR],
      ['agreement', '--branches', 'main,other'],
      ['anchors', TEXT],
      ['merge', TEXT, SIDECAR, TEXT],
      ['setup-git'],
    ].map((argv) => [`postgloss ${argv.join(' ')}`, (folder: string) => callHere(argv, folder)]),
  ),
};
const questions = gitQuestions('/opt/x/cli.cjs');

describe('running git', () => {
  const traces = mkdtempSync(join(tmpdir(), 'postgloss-traces-'));
  let template: Repository;

  before(function () {
    if (process.platform === 'win32') this.skip();
    template = Repository.create(null);
    template.write('postgloss.yaml', 'postgloss: 1\narchives:\n  - files: "*.txt"\n');
    template.write(TEXT, 'A first wording.\n');
    template.write(SIDECAR, note('one'));
    template.commit('one');
    template.git('branch', 'other');
    template.write(TEXT, 'A word.\n');
    template.write(SIDECAR, note('two'));
    template.commit('two');
    template.write(SIDECAR, note('three'));
    setTraps(template);
  });
  after(() => {
    template.dispose();
    rmSync(traces, { recursive: true, force: true });
  });
  beforeEach(() => {
    for (const name of readdirSync(traces)) rmSync(join(traces, name));
  });

  /** Has the repository's own configuration name a program of its author wherever git would run one. */
  function setTraps(repository: Repository): void {
    const trap = (name: string) => {
      const path = join(repository.folder, '.git', `trap-${name}`);
      writeFileSync(path, `#!/bin/sh\ntouch '${traces}/${name}'\nexit 1\n`);
      chmodSync(path, 0o755);
      return path;
    };
    // A commit that says it is signed, so that showing it asks for the signature.
    const commit = repository.git('cat-file', 'commit', 'HEAD');
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n';
    repository.write('.git/signed', commit.replace('\n\n', `\n${signature}\n`));
    const signed = repository.git('hash-object', '-t', 'commit', '-w', '.git/signed').trim();
    repository.git('update-ref', 'refs/heads/main', signed);
    // A text of the first commit that the clone lacks, and that its remote is said to have.
    const old = repository.git('rev-parse', `HEAD~1:${TEXT}`).trim();
    rmSync(join(repository.folder, '.git/objects', old.slice(0, 2), old.slice(2)), { force: true });
    for (const [key, value] of Object.entries({
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.url': 'ssh://nowhere.invalid/x',
      'remote.origin.promisor': 'true',
      'core.sshCommand': trap('ssh'),
      'core.askPass': trap('ask-pass'),
      'core.pager': trap('pager'),
      'pager.log': trap('pager'),
      'core.editor': trap('editor'),
      'log.showSignature': 'true',
      'gpg.program': trap('gpg'),
      'diff.external': trap('diff'),
      'credential.helper': `!${trap('credential')}`,
      'alias.log': `!${trap('alias')}`,
      'alias.status': `!${trap('alias')}`,
      'alias.trap': `!${trap('alias')}`,
      'core.fsmonitor': trap('fsmonitor'),
    })) {
      repository.git('config', key, value);
    }
  }

  it('springs the traps of this test where it is done without our settings', () => {
    const repository = template.copy();
    try {
      const calls = [['status'], ['-p', 'log', '-p'], ['trap'], ['credential', 'fill'], ['diff']];
      for (const args of [...calls, ['commit', '-a'], ['cat-file', 'blob', `HEAD~1:${TEXT}`]]) {
        spawnSync('git', args, { cwd: repository.folder, input: 'protocol=https\nhost=example.org\n\n' });
      }
      // The pager is missing here: git starts one for a terminal only.
      const sprung = ['alias', 'ask-pass', 'credential', 'diff', 'editor', 'fsmonitor', 'gpg', 'ssh'];
      assert.deepEqual(readdirSync(traces).sort(), sprung);
    } finally {
      repository.dispose();
    }
  });

  for (const [name, call] of Object.entries(CALLERS)) {
    it(`runs nothing that a repository's configuration names: ${name}`, async () => {
      const repository = template.copy();
      try {
        // What git cannot answer here, as an object is missing, is told by a rejection.
        await call(repository.folder).catch(() => undefined);
        assert.deepEqual(readdirSync(traces), []);
      } finally {
        repository.dispose();
      }
    });
  }

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
      assert.equal((await runGit(null, ['version'], { most: 3 })).code, null);
      const env = { GIT_AUTHOR_NAME: 'Jo', GIT_AUTHOR_EMAIL: 'jo@example.org', GIT_TERMINAL_PROMPT: '1' };
      const shown = await runGit(null, ['-c', 'alias.env=!env', 'env'], { env });
      assert.match(shown.stdout.toString(), /^GIT_AUTHOR_NAME=Jo$/m);
      assert.match(shown.stdout.toString(), /^GIT_TERMINAL_PROMPT=0$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const HASH_OF_X = 'c1b0730e0133447badcfd47fd144e254807b06e1';
