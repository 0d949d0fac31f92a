import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StagedFile } from '../../../src/core/changes';
import { stageSolved, unstageSolved } from '../../../src/node/git/stage-solved';
import { Repository } from '../../git/support/repository';
import { SCENARIOS } from '../../git/support/scenarios';
import { describeSlow } from '../../support/trials';

const PATH = 'archives/a text.txt.gloss.yaml';
const versions = { base: sidecar('start'), ours: sidecar('ours'), theirs: sidecar('theirs') };

describeSlow('a file whose conflict is solved', function () {
  this.timeout(60_000);
  let template: Repository;
  let repository: Repository;
  before(() => {
    template = Repository.create(null);
    template.write('.gitattributes', '');
    template.write('other.txt', 'other\n');
    template.commit('no driver');
  });
  beforeEach(() => {
    repository = template.copy();
  });
  afterEach(() => repository.dispose());
  after(() => template.dispose());

  /** Has git find a conflict, solves it with a text of its own, and stages it. */
  async function solved(name: string, base: string | null = versions.base): Promise<Solved> {
    const { path } = SCENARIOS[name]?.(repository, PATH, { ...versions, base }) ?? { path: PATH };
    const conflict = repository.git('ls-files', '--unmerged', '--', path);
    assert.notEqual(conflict, '', 'git found no conflict');
    repository.write(path, sidecar('solved'));
    const absolute = join(repository.folder, path);
    const staged = await stageSolved(absolute);
    assert.ok(staged);
    assert.equal(repository.git('ls-files', '--unmerged'), '');
    return { path, absolute, conflict, staged };
  }

  for (const name of Object.keys(SCENARIOS)) {
    it(`is in conflict for git again when its staging is taken back, and nothing else has changed: ${name}`, async () => {
      const { path, absolute, conflict, staged } = await solved(name);
      repository.write('other.txt', 'staged by somebody\n');
      repository.git('add', 'other.txt');
      const others = () =>
        repository
          .git('ls-files', '--stage')
          .split('\n')
          .filter((entry) => !entry.endsWith(path));
      const before = others();
      assert.equal(await unstageSolved(absolute, staged), null);
      assert.equal(repository.git('ls-files', '--unmerged', '--', path), conflict);
      assert.deepEqual(others(), before);
      assert.equal(repository.read(path), sidecar('solved'));
      // And as often as somebody likes.
      assert.equal(await unstageSolved(absolute, staged), null);
      assert.deepEqual((await stageSolved(absolute))?.conflict, staged.conflict);
      assert.equal(repository.git('ls-files', '--unmerged'), '');
    });
  }

  it('has two versions in the index where both sides made it', async () => {
    const { path, absolute, conflict, staged } = await solved('merge', null);
    assert.equal(staged.conflict.length, 2);
    assert.equal(await unstageSolved(absolute, staged), null);
    assert.equal(repository.git('ls-files', '--unmerged', '--', path), conflict);
  });

  it('is not staged as long as it has markers', async () => {
    SCENARIOS.merge?.(repository, PATH, versions);
    assert.match(repository.read(PATH), /^<{7}/m);
    assert.equal(await stageSolved(join(repository.folder, PATH)), null);
    assert.notEqual(repository.git('ls-files', '--unmerged'), '');
  });

  it('stays staged, with the reason said, where somebody has staged another version since', async () => {
    const { path, absolute, staged } = await solved('merge');
    repository.write(path, sidecar('another'));
    repository.git('add', '--', path);
    await refused(absolute, staged, /staged again/);
  });

  it('stays staged where the merge was committed, or given up, since', async () => {
    const { absolute, staged } = await solved('merge');
    repository.git('commit', '-q', '-m', 'merged');
    await refused(absolute, staged, /finished or given up/);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    await refused(absolute, staged, /staged again/);
  });

  it('stays staged where a merge was given up that had come to what ours was', async () => {
    SCENARIOS.merge?.(repository, PATH, versions);
    repository.write(PATH, versions.ours);
    const absolute = join(repository.folder, PATH);
    const staged = await stageSolved(absolute);
    assert.ok(staged);
    repository.git('merge', '--abort');
    await refused(absolute, staged, /finished or given up/);
  });

  it('stays staged where git has thrown a side away', async () => {
    const { absolute, staged } = await solved('merge');
    const object = staged.conflict[2]?.split(' ')[1] ?? '';
    rmSync(join(repository.folder, '.git', 'objects', object.slice(0, 2), object.slice(2)));
    await refused(absolute, staged, /no longer has both sides/);
  });

  it('stays staged while another program holds the index', async () => {
    const { absolute, staged } = await solved('merge');
    repository.write('.git/index.lock', '');
    await refused(absolute, staged, /could not write its index/);
    rmSync(join(repository.folder, '.git/index.lock'));
    assert.equal(await unstageSolved(absolute, staged), null);
  });

  async function refused(absolute: string, staged: StagedFile, why: RegExp): Promise<void> {
    const index = repository.git('ls-files', '--stage');
    assert.match((await unstageSolved(absolute, staged)) ?? '', why);
    assert.equal(repository.git('ls-files', '--stage'), index);
  }
});

interface Solved {
  readonly path: string;
  readonly absolute: string;
  /** What git's index told of the conflict. */
  readonly conflict: string;
  readonly staged: StagedFile;
}

function sidecar(note: string): string {
  return `postgloss: 1\nannotations:\n  - id: aaaa\n    quote: passage\n    note: ${note}\n`;
}
