import assert from 'node:assert/strict';
import { mergeTexts } from '../../src/core/merge/merge-texts';
import { driverLine } from '../../src/cli/driver-line';
import { buildBundle, type Bundle } from '../cli/support/call';
import { writeFile } from '../support/fork-text';
import { makeFork, seeded, type Fork, type Pick } from '../support/forks';
import { Repository } from './support/repository';
import { SCENARIOS, type Versions } from './support/scenarios';
import { assertAllShown, isConflicted } from './support/shown';

// The same random forks as in the laws, this time through real git. GIT_TRIALS says how many in all.

const COUNT = Math.max(8, Number(process.env.GIT_TRIALS ?? 42));
const SEED = Number(process.env.GIT_SEED ?? 20261122);

describe('git with the merge driver', () => {
  let bundle: Bundle;
  let template: Repository;
  before(async () => {
    bundle = await buildBundle();
    template = Repository.create(driverLine({ program: process.execPath, bundle: bundle.path, electron: false }));
  });
  after(async () => {
    template.dispose();
    await bundle.dispose();
  });

  for (const [index, [name, scenario]] of Object.entries(SCENARIOS).entries()) {
    it(`loses nothing in ${name}`, function () {
      this.timeout(10 * 60_000 + COUNT * 2000);
      const pick = seeded(SEED + index);
      for (let n = 0; n < Math.ceil(COUNT / 7); n++) {
        const { fork, versions, path } = makeVersions(pick, name === 'rename and edit');
        const repository = template.copy();
        try {
          const { status, path: merged } = scenario(repository, path, versions);
          const text = repository.read(merged);
          const told = `seed ${SEED}, number ${n}, ${JSON.stringify(versions)}\n${text}`;
          assert.ok(status === 0 || status === 1, told);
          assert.equal(status === 0, !isConflicted(text), told);
          assertAllShown(text, fork);
          if (name === 'revert') continue;
          const expected = mergeTexts({ ...versions, base: versions.base ?? '' }, { path });
          if (expected.kind !== 'doubt') assert.equal(text, expected.text, told);
        } finally {
          repository.dispose();
        }
      }
    });
  }
});

/** Versions that differ all three, as git settles everything else by itself. */
function makeVersions(pick: Pick, long: boolean): { fork: Fork; versions: Versions; path: string } {
  for (;;) {
    const fork = makeFork(pick);
    const { shape } = fork;
    const layout = { dash: 2, seed: pick(50), eol: '\n' } as const;
    const none = fork.base.records.length === 0 && fork.base.top.size === 0;
    // git takes a file for a renamed one where most of it is the same.
    const head = long ? '# One of many lines that stay as they are.\n'.repeat(40) : '';
    const versions = {
      base: none ? null : head + writeFile(fork.base, shape, layout),
      ours: head + writeFile(fork.ours, shape, layout),
      theirs: head + writeFile(fork.theirs, shape, layout),
    };
    if (new Set(Object.values(versions)).size < 3) continue;
    const path = { sidecar: 'a/b.txt.gloss.yaml', registry: 'entities.gloss.yaml', codebook: 'postgloss.yaml' }[
      shape.kind
    ];
    return { fork, versions, path };
  }
}
