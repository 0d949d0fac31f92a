import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Trial } from '../trial';
import { buildProgram, inFolder, randomFrom } from './program';

// Every system call of a save fails once, or from some time on for ever, in every way in which it can: strace has it fail. Only calls
// that touch the files of the save are counted, so that the start of Node is none of them.

const OLD = 'postgloss: 1\nannotations:\n  - id: old\n    quote: the old lamp\n';
const NEW = `${OLD}${'  - quote: the new lamp\n'.repeat(500)}`;

const ERRORS = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EACCES'];

/** The calls that change something, on the systems that there are. */
const CHANGING =
  'write pwrite64 fsync fdatasync rename renameat renameat2 link linkat unlink unlinkat fchmod fchown ftruncate';

/** The calls that a save must be able to make to find out what is there. */
const LOOKING = 'openat read pread64 close statx stat newfstatat fstat access faccessat faccessat2 readlink getdents64';

/** One way in which one call fails. */
interface Fault {
  readonly call: string;
  /** Counted from 1. */
  readonly nth: number;
  readonly how: string;
  /** Whether it fails from then on for ever. */
  readonly lasting: boolean;
}

export const faults: Trial = {
  name: 'faults',
  // More than there are; all of them are tried then.
  whole: 10_000,
  run: (count, seed) =>
    canTrace()
      ? inFolder((folder) => run(count, seed, folder))
      : [{ ...none('faults', []), measured: 'not tried: strace cannot be used here', reached: false }],
};

/** Whether strace is there, and allowed to trace. */
export function canTrace(): boolean {
  const { status } = spawnSync('strace', [
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'trace=close',
    process.execPath,
    '--version',
  ]);
  return status === 0;
}

async function run(count: number, seed: number, folder: string): Promise<Figure[]> {
  const program = await buildProgram(folder);
  const archive = join(folder, 'archive');
  const path = join(archive, 'harbour.txt.gloss.yaml');
  mkdirSync(archive);
  const fixed = { ...process.env, POSTGLOSS_FIXED: '1', UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };
  const names = JSON.parse(
    execFileSync(process.execPath, [program, 'names', path], { env: fixed, encoding: 'utf8' }),
  ) as string[];
  const filter = names.flatMap((name) => ['-P', name]);
  const log = join(folder, 'calls.log');
  const reset = () => {
    for (const name of readdirSync(archive)) rmSync(join(archive, name));
    writeFileSync(path, OLD);
  };
  const save = (...options: string[]) =>
    spawnSync(
      'strace',
      ['-f', '-qq', '-o', log, ...filter, ...options, process.execPath, program, 'plain', path, NEW],
      {
        env: fixed,
        encoding: 'utf8',
      },
    );

  reset();
  save('-e', `trace=${`${CHANGING} ${LOOKING}`.split(' ').join(',')}`);
  const all = faultsOf(readFileSync(log, 'utf8'));
  const chosen = all.length <= count ? all : pick(all, count, randomFrom(seed));

  const torn: string[] = [];
  const silent: string[] = [];
  const unclear: string[] = [];
  const givenUp: string[] = [];
  const leftAtOnce: string[] = [];
  const left: string[] = [];
  for (const fault of chosen) {
    reset();
    const { call, nth, how, lasting } = fault;
    const told = `${call} ${nth}${lasting ? '+' : ''} ${how}`;
    const { status, signal, stderr } = save('-e', `inject=${call}:${how}:when=${nth}${lasting ? '+' : ''}`);
    const text = readFileSync(path, 'utf8');
    const killed = how.startsWith('signal');
    if (text !== OLD && text !== NEW) torn.push(told);
    if (status === 0 && text !== NEW) silent.push(told);
    if (!killed && status !== 0 && !CLEAR.test(stderr)) unclear.push(`${told} (${signal ?? stderr.trim()})`);
    const passing = call.startsWith('rename') && !lasting && /EPERM|EBUSY|EACCES/.test(how);
    if (passing && status !== 0) givenUp.push(told);
    // Who is killed cannot clear up, nor who can never remove a file, or never look at what it would remove.
    const mayLeave = killed || (lasting && (call.startsWith('unlink') || LOOKING.split(' ').includes(call)));
    if (!mayLeave && readdirSync(archive).length > 1) leftAtOnce.push(`${told}: ${readdirSync(archive).join(' ')}`);
    // The next start, in a process that knows nothing of the last one.
    const again = spawnSync(process.execPath, [program, 'plain', path, `${NEW}# again\n`], { encoding: 'utf8' });
    const after = readFileSync(path, 'utf8');
    if (again.status !== 0 || after !== `${NEW}# again\n`) torn.push(`the save after ${told}: ${again.stderr}`);
    if (readdirSync(archive).length > 1) left.push(`${told}: ${readdirSync(archive).join(' ')}`);
  }
  return [
    { what: 'faults tried', goal: '> 0', measured: `${chosen.length} of ${all.length}`, reached: chosen.length > 0 },
    none('neither the old bytes nor the new ones', torn),
    none('failures that passed for a success', silent),
    none('failures without a clear message', unclear),
    none('renames that were hindered for a moment, and given up', givenUp),
    none('files left beside it by a program that could have removed them', leftAtOnce),
    none('files left beside it after the next save', left),
  ];
}

/** What a person is told; see `explainFailure`. */
const CLEAR =
  /^It could not be saved: (the disk is full|the disk has an error|the folder or the file is read-only|another program keeps the file busy)\.\n$/;

/** Every way in which each call of a log can fail. */
function faultsOf(log: string): Fault[] {
  const counts = new Map<string, number>();
  for (const [, call = ''] of log.matchAll(/^\d+ +(\w+)\(/gm)) counts.set(call, (counts.get(call) ?? 0) + 1);
  return [...counts].flatMap(([call, times]) =>
    Array.from({ length: times }, (_, i) => i + 1).flatMap((nth) => [
      ...ERRORS.flatMap((error) => [false, true].map((lasting) => ({ call, nth, how: `error=${error}`, lasting }))),
      { call, nth, how: 'signal=KILL', lasting: false },
      // The system says that it has written so much, and has not.
      ...(call.includes('write') ? [1, 10].map((size) => ({ call, nth, how: `retval=${size}`, lasting: false })) : []),
    ]),
  );
}

function pick<T>(all: readonly T[], count: number, random: () => number): T[] {
  const rest = [...all];
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)).flat();
}

function none(what: string, cases: readonly string[]): Figure {
  const measured = cases.length === 0 ? '0' : `${cases.length}: ${cases.slice(0, 5).join('; ')}`;
  return { what, goal: '0', measured, reached: cases.length === 0 };
}
