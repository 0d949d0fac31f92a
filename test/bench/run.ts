/**
 * Runs the benchmarks: `node --import=tsx test/bench/run.ts [match] [edit] [--quick]`. All of them if none is named.
 * They print ratios within one run, since the clock of a shared machine says little, and they check results, never times.
 */
import { benchEdit } from './edit';
import { benchMatch } from './match';

const benches: Readonly<Record<string, (quick: boolean) => void>> = { match: benchMatch, edit: benchEdit };

const quick = process.argv.includes('--quick');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of named.length > 0 ? named : Object.keys(benches)) benches[name]?.(quick);
}
