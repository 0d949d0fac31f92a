import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Trial } from '../trial';
import { addTo, idsIn } from './add';
import { buildProgram, inFolder, randomFrom, runProgram } from './program';

/** How many programs write at once. */
const AT_ONCE = 2;

/** After so many kills a new sidecar is begun: a large one takes longer to read than to write, and would rarely be hit while written. */
const KILLS_PER_FILE = 40;

/** The longest time until a program is killed, from its first word on. */
const LONGEST_MS = 60;

/** How long a program is waited for that does not end. */
const PATIENCE_MS = 10_000;

/** What was found after kills. */
interface Found {
  torn: number;
  lost: number;
  doubled: number;
  temporary: number;
  locks: number;
  /** How many rounds hit a save in its midst, as what they left beside the file tells. */
  midst: number;
}

/**
 * Programs add annotations to one sidecar, and are killed at any moment. Then the file must be whole and hold every addition that was
 * reported as saved; and after the next save, which is the restart, nothing may lie beside it.
 */
export const kills: Trial = {
  name: 'kills',
  whole: 1_000,
  run: (count, seed) => inFolder((folder) => run(count, seed, folder, ['SIGKILL'])),
};

/** The same with the signals that can be answered: then nothing may be left beside the file from the start. */
export const signals: Trial = {
  name: 'signals',
  whole: 1_000,
  run: (count, seed) => inFolder((folder) => run(count, seed, folder, ['SIGINT', 'SIGTERM', 'SIGHUP'])),
};

async function run(
  count: number,
  seed: number,
  folder: string,
  by: readonly [NodeJS.Signals, ...NodeJS.Signals[]],
): Promise<Figure[]> {
  const program = await buildProgram(folder);
  const random = randomFrom(seed);
  const archive = join(folder, 'archive');
  const path = join(archive, 'harbour.txt.gloss.yaml');
  const found: Found = { torn: 0, lost: 0, doubled: 0, temporary: 0, locks: 0, midst: 0 };
  let acknowledged: string[] = [];
  for (let done = 0; done < count; done += AT_ONCE) {
    if (done % KILLS_PER_FILE === 0) {
      rmSync(archive, { recursive: true, force: true });
      mkdirSync(archive);
      await addTo(path, 'first');
      acknowledged = ['first'];
    }
    const names = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, i) => `k${done + i}`);
    const said = await Promise.all(
      names.map((name) => {
        const signal = by[Math.floor(by.length * random())] ?? by[0];
        return ended(program, path, name, signal, LONGEST_MS * random());
      }),
    );
    acknowledged.push(...said.flat());
    if (readdirSync(archive).length > 1) found.midst++;
    await look(path, acknowledged, found);
    await addTo(path, `after-${done}`);
    acknowledged.push(`after-${done}`);
    const left = readdirSync(archive);
    found.temporary += left.filter((name) => name.endsWith('.tmp')).length;
    found.locks += left.filter((name) => name.endsWith('.lock')).length;
  }
  return [
    none('torn files', found.torn),
    none('additions that were reported as saved, and are gone', found.lost),
    none('additions that are there twice', found.doubled),
    none('temporary files after the next save', found.temporary),
    none('locks after the next save', found.locks),
    by.includes('SIGKILL')
      ? // Kills that never hit a save would prove nothing. In a handful of them that may be by chance.
        {
          what: 'rounds that hit a save',
          goal: '> 0',
          measured: `${found.midst}`,
          reached: found.midst > 0 || count < 20,
        }
      : none('rounds that left a file at once', found.midst),
  ];
}

/** Runs the program and ends it by a signal. Answers with the ids that it has reported as saved. */
async function ended(
  program: string,
  path: string,
  name: string,
  signal: NodeJS.Signals,
  after: number,
): Promise<string[]> {
  const { child, started, ended: end } = runProgram(process.execPath, [program, 'add', path, name, '100000']);
  await started;
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill(signal);
  const deaf = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  const { code, said, error } = await end;
  clearTimeout(deaf);
  if (child.signalCode !== signal)
    throw new Error(`It ended with ${code ?? child.signalCode} and not by ${signal}: ${error}`);
  return said;
}

async function look(path: string, acknowledged: readonly string[], found: Found): Promise<void> {
  try {
    const ids = await idsIn(path);
    const there = new Set(ids);
    found.lost += acknowledged.filter((id) => !there.has(id)).length;
    found.doubled += ids.length - there.size;
  } catch {
    found.torn++;
  }
}

function none(what: string, measured: number): Figure {
  return { what, goal: '0', measured: `${measured}`, reached: measured === 0 };
}
