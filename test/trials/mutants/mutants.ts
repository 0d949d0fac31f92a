import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../support/forks';
import type { Figure, Trial } from '../trial';
import { isEquivalent } from './equivalent';
import { listMutants, type Mutant } from './list-mutants';
import { copyOfThis } from './project-copy';
import { tryMutants } from './try-mutants';

const CORE = join(import.meta.dirname, '../../../src/core');

/**
 * The folders of the core whose tests are tried, each with the folders of its tests. A fault in one of them puts a wrong word into a
 * file, or an annotation in a wrong place.
 */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  // Edits of records are tested where records have a meaning.
  yaml: ['yaml', 'sidecar', 'entities'],
  match: ['match'],
  entities: ['entities'],
  sidecar: ['sidecar'],
  anchor: ['anchor'],
  merge: ['merge'],
  conflicts: ['conflicts'],
};

/** Tests that go through all of these folders. They are asked about a mutant that the tests of its own folder let pass. */
const ACROSS = ['test/core/archive/*.test.ts', 'test/cli/cli.test.ts'];

/**
 * The tests are tried: sources are broken at random, in a copy of the project, and the tests must notice. One trial a folder, named
 * `mutants-text` and so on.
 */
export const mutants: readonly Trial[] = Object.entries(FOLDERS).map(([folder, tested]) => ({
  name: `mutants-${folder}`,
  whole: 60,
  run: (count, seed) => run(folder, tested, count, seed),
}));

/** All mutants of a file of the core, those too that cannot be seen. @param file from src/core, as in `text/lines.ts` */
export function mutantsIn(file: string): Mutant[] {
  return listMutants(file, readFileSync(join(CORE, file), 'utf8'));
}

/** Draws some of a list, each at most once; the same seed draws the same. */
export function sample<T>(all: readonly T[], count: number, seed: number): T[] {
  const pick = seeded(seed);
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => left.splice(pick(left.length), 1)).flat();
}

async function run(folder: string, tested: readonly string[], count: number, seed: number): Promise<Figure[]> {
  const names = readdirSync(join(CORE, folder)).filter((name) => name.endsWith('.ts'));
  const all = names.sort().flatMap((name) => mutantsIn(`${folder}/${name}`));
  const visible = all.filter((mutant) => !isEquivalent(mutant));
  const chosen = sample(visible, count, 20261128 + seed);
  const copy = copyOfThis();
  try {
    const stages = [tested.map((name) => `test/core/${name}/*.test.ts`), ACROSS];
    const { killed, slow } = await tryMutants(copy, chosen, stages, ({ file, line, lineText, change }) => {
      console.log(`${file}:${line}: ${change}\n    ${lineText}`);
    });
    const share = (100 * killed) / chosen.length;
    return [
      {
        what: `${folder}: of ${chosen.length} mutants (of ${visible.length}) the tests noticed ${killed}, ${slow} of them by their time; not noticed ${chosen.length - killed}`,
        goal: '≥ 90 %',
        measured: `${share.toFixed(1)} %`,
        reached: share >= 90,
      },
    ];
  } finally {
    copy.remove();
  }
}
