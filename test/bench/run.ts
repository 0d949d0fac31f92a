/**
 * Runs the benchmarks: `node --import=tsx test/bench/run.ts [match] [index] [edit] [open] [merge] [entities] [sidecar] [growth]
 * [import] [--quick]`. All of them if none is
 * named. They print ratios within one run, since the clock of a shared machine says little, and they check results, never times.
 */
import { benchAnchors } from './anchors';
import { benchArchiveIndex } from './archive-index';
import { benchEdit } from './edit';
import { benchEntities } from './entities';
import { benchGrowth } from './growth';
import { benchImport } from './import';
import { benchMatch } from './match';
import { benchMerge } from './merge';
import { benchOpen } from './open';
import { benchSidecar } from './sidecar';

const benches: Readonly<Record<string, (quick: boolean) => void | Promise<void>>> = {
  match: benchMatch,
  index: benchArchiveIndex,
  edit: benchEdit,
  open: benchOpen,
  merge: benchMerge,
  anchors: benchAnchors,
  entities: benchEntities,
  sidecar: benchSidecar,
  growth: benchGrowth,
  import: benchImport,
};

const quick = process.argv.includes('--quick');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  void runAll(named.length > 0 ? named : Object.keys(benches));
}

async function runAll(names: readonly string[]): Promise<void> {
  for (const name of names) await benches[name]?.(quick);
}
