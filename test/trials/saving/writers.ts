import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Trial } from '../trial';
import { idsIn } from './add';
import { buildProgram, inFolder, runProgram } from './program';

const WRITERS = 8;

/** Eight programs add annotations to one sidecar, all at the same time: each of them must be there in the end, and only once. */
export const writers: Trial = {
  name: 'writers',
  whole: 4_000,
  run: (count) => inFolder((folder) => run(Math.ceil(count / WRITERS), folder)),
};

async function run(each: number, folder: string): Promise<Figure[]> {
  const program = await buildProgram(folder);
  const archive = join(folder, 'archive');
  const path = join(archive, 'harbour.txt.gloss.yaml');
  mkdirSync(archive);
  const names = Array.from({ length: WRITERS }, (_, i) => `w${i}`);
  const runs = names.map((name) => runProgram(process.execPath, [program, 'add', path, name, String(each)]));
  const ends = await Promise.all(runs.map(({ ended }) => ended));
  const failed = ends.filter(({ code }) => code !== 0);
  const ids = await idsIn(path);
  const wanted = names.flatMap((name) => Array.from({ length: each }, (_, i) => `${name}-${i + 1}`));
  const there = new Set(ids);
  const missing = wanted.filter((id) => !there.has(id)).length;
  const total = wanted.length;
  const rest = readdirSync(archive).length - 1;
  return [
    { what: 'additions that are there', goal: `${total}`, measured: `${total - missing}`, reached: missing === 0 },
    count('additions that are there twice', ids.length - there.size),
    count('additions that nobody made', there.size - (total - missing)),
    count('writers that gave up', failed.length, failed[0]?.error.trim()),
    count('files left beside it', rest),
  ];
}

function count(what: string, number: number, example = ''): Figure {
  const measured = `${number}${example === '' ? '' : `, as “${example}”`}`;
  return { what, goal: '0', measured, reached: number === 0 };
}
