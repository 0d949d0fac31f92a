import assert from 'node:assert/strict';
import { mergeTexts } from '../../src/core/merge/merge-texts';
import { driverLine } from '../../src/node/git/driver-line';
import { buildBundle } from '../cli/support/call';
import { Repository } from '../git/support/repository';
import { SCENARIOS, type Scenario, type Versions } from '../git/support/scenarios';
import { assertAllShown, isConflicted } from '../git/support/shown';
import { writeFile } from '../support/fork-text';
import { makeFork, seeded, type Fork, type Pick } from '../support/forks';
import type { Figure, Trial } from './trial';

/** The same random forks as in the laws, this time through real git, in all the ways in which it comes to merge a file. */
export const git: Trial = { name: 'git', whole: 5000, run };

async function run(count: number, seed: number): Promise<Figure[]> {
  const bundle = await buildBundle();
  const template = Repository.create(driverLine({ program: process.execPath, bundle: bundle.path, electron: false }));
  try {
    const scenarios = Object.entries(SCENARIOS);
    const each = Math.ceil(count / scenarios.length);
    return scenarios.map(([name, scenario], index) =>
      tryScenario(template, name, scenario, each, seeded(20261121 + seed + index)),
    );
  } finally {
    template.dispose();
    await bundle.dispose();
  }
}

function tryScenario(template: Repository, name: string, scenario: Scenario, count: number, pick: Pick): Figure {
  let [conflicts, wrong] = [0, 0];
  for (let n = 0; n < count; n++) {
    const { fork, versions, path } = makeVersions(pick, name === 'rename and edit');
    const repository = template.copy();
    try {
      const { status, path: merged } = scenario(repository, path, versions);
      const text = repository.read(merged);
      if (status === 1) conflicts++;
      assert.ok(status === 0 || status === 1, `git ended with ${status}`);
      assert.equal(status === 0, !isConflicted(text));
      assertAllShown(text, fork);
      if (name === 'revert') continue;
      const expected = mergeTexts({ ...versions, base: versions.base ?? '' }, { path });
      if (expected.kind !== 'doubt') assert.equal(text, expected.text);
    } catch (error) {
      if (wrong++ < 3) console.error(name, n, error instanceof Error ? error.message : error, JSON.stringify(versions));
    } finally {
      repository.dispose();
    }
  }
  return {
    what: `${name}: ${count} through git, ${conflicts} with conflicts; annotations neither in the file nor in a shown conflict, or a wrong exit code`,
    goal: '0',
    measured: String(wrong),
    reached: wrong === 0,
  };
}

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
