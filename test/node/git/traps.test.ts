import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitQuestions } from '../../../src/editor/desktop/git-questions';
import { gitRunner } from '../../../src/editor/desktop/git-runner';
import { commitFiles } from '../../../src/editor/git/commit-files';
import { planCommit } from '../../../src/editor/git/plan-commit';
import { findPlace } from '../../../src/editor/git/repository';
import { attributesFiles } from '../../../src/node/git/attributes-files';
import { EarlierTexts } from '../../../src/node/git/earlier-texts';
import { mergeByLines } from '../../../src/node/git/merge-by-lines';
import { callHere } from '../../cli/support/call';
import { Repository } from '../../git/support/repository';
import { embed, hideAnObject, setTraps, SIDECAR, tellStory, TEXT } from './support/traps';

/** The two callers that write what git keeps of a file, and so run the filters of the repository. */
const STAGING = 'staging';
const COMMIT = 'a commit of the editor';

/** Every function that asks git, with what it needs to get as far as it can. */
const CALLERS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'earlier texts': async (folder) => {
    const found: Uint8Array[] = [];
    for await (const { bytes, sidecars } of new EarlierTexts().of(folder, join(folder, TEXT)))
      found.push(bytes, (await sidecars?.())?.then ?? bytes);
    return found;
  },
  attributes: (folder) => attributesFiles(folder, ['.']),
  'the merge driver': (folder) => questions.mergeDriver(folder),
  'the sides of a conflict': (folder) => questions.stages(join(folder, SIDECAR)),
  [STAGING]: (folder) => questions.stage(join(folder, SIDECAR)),
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
  [COMMIT]: async (folder) => {
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
      ['diff', '--blame', 'HEAD~1'],
      ['diff', '--blame', 'HEAD~1..HEAD'],
      ['diff', '--since', '2001-01-01'],
      ['history', 'aaaaaaaa'],
      ['history', 'gone'],
      ['history', `${TEXT}:1`],
      ['history', SIDECAR],
      ['agreement', '--branches', 'main,other'],
      ['anchors', TEXT],
      ['posts', TEXT],
      ['mentions', TEXT],
      ['merge', TEXT, SIDECAR, TEXT],
      ['setup-git'],
    ].map((argv) => [`postgloss ${argv.join(' ')}`, (folder: string) => callHere(argv, folder)]),
  ),
};
const questions = gitQuestions('/opt/x/cli.cjs');

describe('the programs that the settings of a repository name', () => {
  const traces = mkdtempSync(join(tmpdir(), 'postgloss-traces-'));
  const sprung = () => readdirSync(traces).sort();
  let bait: Repository;
  let embedding: Repository;

  before(function () {
    if (process.platform === 'win32') this.skip();
    bait = Repository.create(null);
    tellStory(bait, '');
    setTraps(bait.folder, '.git', traces);
    hideAnObject(bait);
    embedding = Repository.create(null);
    tellStory(embedding, 'archives/');
    embed(embedding, bait);
    // Their files were touched since, so that git must look into them.
    for (const folder of [bait.folder, join(embedding.folder, 'archives')])
      writeFileSync(join(folder, TEXT), 'A word.\n');
  });
  after(() => {
    bait.dispose();
    embedding.dispose();
    rmSync(traces, { recursive: true, force: true });
  });
  beforeEach(() => {
    for (const name of readdirSync(traces)) rmSync(join(traces, name));
  });

  /** Runs a call in a copy, and answers with the traps that it springs. */
  async function springs(template: Repository, way: string, call: (folder: string) => unknown): Promise<string[]> {
    const repository = template.copy();
    try {
      await call(join(repository.folder, way));
      return sprung();
    } finally {
      repository.dispose();
    }
  }

  function rawGit(folder: string): void {
    const calls = [
      ...[
        ['status'],
        ['-p', 'log', '-p'],
        ['trap'],
        ['credential', 'fill'],
        ['diff'],
        ['blame', SIDECAR],
        ['commit', '-a'],
      ],
      ...[
        ['diff-index', '-M', '--raw', 'HEAD'],
        ['checkout', 'HEAD', '--', SIDECAR],
        ['log', '-p', '--no-ext-diff', '--', SIDECAR],
      ],
      ...[
        ['cat-file', 'blob', `HEAD~1:${TEXT}`],
        ['add', TEXT],
        ['merge', 'other-side'],
      ],
    ];
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' };
    for (const args of calls) {
      // Without our settings; a git that refuses such repositories by itself is told not to.
      const all = ['-c', 'safe.bareRepository=all', ...args];
      spawnSync('git', all, { cwd: folder, env, input: 'protocol=https\nhost=example.org\n\n' });
    }
  }

  // The pager is missing in both: git starts one for a terminal only.
  it('are run by git without our settings, in a repository that came along', async () => {
    const found = await springs(bait, '', rawGit);
    assert.deepEqual(
      found,
      'alias ask-pass clean credential diff editor fsmonitor gpg hook smudge ssh textconv'.split(' '),
    );
  });

  it('are run by git without our settings, in a folder that looks like a repository', async () => {
    const found = await springs(embedding, 'archives', rawGit);
    for (const name of ['clean', 'textconv', 'fsmonitor', 'alias'])
      assert.ok(found.includes(name), `${name} of ${found.join()}`);
  });

  for (const [name, call] of Object.entries(CALLERS)) {
    it(`are not run in a repository that came along: ${name}`, async () => {
      // What git cannot answer here, as an object is missing, is told by a rejection.
      const found = await springs(bait, '', (folder) => call(folder).catch(() => undefined));
      if (name === STAGING) assert.deepEqual(found, ['clean']);
      else if (name === COMMIT) assert.deepEqual(found, ['clean', 'hook']);
      else assert.deepEqual(found, []);
    });

    it(`are not run in a folder that looks like a repository: ${name}`, async () => {
      assert.deepEqual(await springs(embedding, 'archives', (folder) => call(folder).catch(() => undefined)), []);
    });
  }

  it('are looked for in every module that runs git', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const running = files.filter((name) => /from '[^']*\/run-git'/.test(readFileSync(join('src', name), 'utf8')));
    const names = running.map((name) => name.replace(/^.*[/\\]|\.ts$/g, '')).sort();
    const known = ['confirm-top', 'conflict-stages', 'earlier-texts', 'git-repository', 'git-runner', 'merge-by-lines'];
    assert.deepEqual(
      names,
      [...known, 'merge-driver', 'set-up-merging', 'stage-solved'],
      'add the callers of a new module above',
    );
  });
});
