import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Solution, Stages } from '../../../src/core/conflicts/conflict';
import { readConflicts } from '../../../src/core/conflicts/read-conflicts';
import { solveConflicts } from '../../../src/core/conflicts/decide-conflicts';
import { mergeTexts } from '../../../src/core/merge/merge-texts';
import { readSide } from '../../../src/core/merge/read-side';
import { conflictStages } from '../../../src/node/git/conflict-stages';
import { Repository } from '../../git/support/repository';
import { SCENARIOS, type Versions } from '../../git/support/scenarios';
import { isConflicted } from '../../git/support/shown';
import { writeFile } from '../../support/fork-text';
import { makeFork, seeded } from '../../support/forks';
import { describeSlow, share } from '../../support/trials';

// What real git leaves where nobody has set up our driver, solved record by record afterwards.

const COUNT = share(6, 4);
const PATHS = { sidecar: 'a text.txt.gloss.yaml', registry: 'entities.gloss.yaml', codebook: 'postgloss.yaml' };

describeSlow('a conflict that git left', function () {
  this.timeout(60_000 + COUNT * 10_000);
  let template: Repository;
  before(() => {
    template = Repository.create(null);
    template.write('.gitattributes', '');
    template.commit('no driver');
  });
  after(() => template.dispose());

  for (const [index, style] of ['merge', 'diff3', 'zdiff3'].entries()) {
    for (const [name, scenario] of Object.entries(SCENARIOS)) {
      if (name === 'rename and edit' || name === 'revert' || (style !== 'merge' && name !== 'merge')) continue;
      it(`comes to what our driver would have made of it: ${name}, in the style ${style}`, async () => {
        const pick = seeded(20261122 + index);
        let conflicts = 0;
        for (let n = 0; n < COUNT; n++) {
          const { path, versions, shape } = makeVersions(pick);
          const repository = template.copy();
          try {
            repository.git('config', 'merge.conflictStyle', style);
            scenario(repository, path, versions);
            const text = repository.read(path);
            if (!isConflicted(text)) continue;
            conflicts++;
            const stages = await conflictStages(join(repository.folder, path));
            assert.ok(stages, 'git has no versions of it');
            const sides = { base: stages.base, ours: stages.ours, theirs: stages.theirs };
            const wanted = mergeTexts(sides, { path });
            const file = readConflicts(text, path, stages);
            const told = JSON.stringify({ versions, text, why: file.why });
            if (wanted.kind === 'doubt') continue;
            assert.equal(file.why, null, told);
            assert.equal(file.conflicts.length, wanted.kind === 'conflict' ? wanted.conflicts : 0, told);
            const solved = solve(text, path, stages, 'ours');
            if (wanted.kind === 'merged') assert.equal(solved, wanted.text, told);
            assert.ok(readSide(solved, shape).ok, told);
          } finally {
            repository.dispose();
          }
        }
        assert.ok(conflicts > 0, 'git found no conflict in any of them');
      });
    }
  }

  it('has no versions once it is staged, and none where git never had it', async () => {
    const repository = template.copy();
    try {
      const record = (note: string) => `postgloss: 1\nannotations:\n  - id: aaaa\n    quote: q\n    note: ${note}\n`;
      SCENARIOS.merge?.(repository, 'a.gloss.yaml', { base: record('x'), ours: record('o'), theirs: record('t') });
      const path = join(repository.folder, 'a.gloss.yaml');
      const stages = await conflictStages(path);
      assert.deepEqual([stages?.base, stages?.ours, stages?.theirs], [record('x'), record('o'), record('t')]);
      assert.equal(stages?.byLines?.includes('<<<<<<<'), true);
      repository.git('add', '-A');
      assert.equal(await conflictStages(path), null);
      assert.equal(await conflictStages(join(repository.folder, 'no such file')), null);
    } finally {
      repository.dispose();
    }
  });
});

/** Takes one side in every conflict, one after the other. */
function solve(text: string, path: string, stages: Stages, choice: Solution): string {
  let now = text;
  for (let n = 0; isConflicted(now); n++) {
    assert.ok(n < 50, 'it comes to no end');
    const { conflicts } = readConflicts(now, path, stages);
    const choices = new Map(conflicts.slice(0, 1).map(({ key }) => [key, choice]));
    const written = solveConflicts(readConflicts(now, path, stages), choices, () => 'n3w');
    assert.ok(written.ok, written.ok ? '' : written.why);
    now = written.text;
  }
  return now;
}

function makeVersions(pick: ReturnType<typeof seeded>) {
  for (;;) {
    const fork = makeFork(pick);
    const { shape } = fork;
    const layout = { dash: 2, seed: pick(50), eol: '\n' } as const;
    const none = fork.base.records.length === 0 && fork.base.top.size === 0;
    const versions: Versions = {
      base: none ? null : writeFile(fork.base, shape, layout),
      ours: writeFile(fork.ours, shape, layout),
      theirs: writeFile(fork.theirs, shape, layout),
    };
    if (new Set(Object.values(versions)).size === 3) return { path: PATHS[shape.kind], versions, shape };
  }
}
