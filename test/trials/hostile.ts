import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Found } from './hostile-child';
import type { Figure, Trial } from './trial';

/**
 * Hostile and mutated files, read in processes of their own: the YAML library can end a process where no `catch` helps, and it may do
 * so only after other files. So all are read one after the other in one process, and a sample each in a fresh one.
 */
export const hostile: Trial = { name: 'hostile', whole: 100_000, run };

const CHILD = fileURLToPath(new URL('./hostile-child.ts', import.meta.url));

/** A process that says nothing for so long hangs. Its own measure of time is stricter; this one is for what never ends. */
const SILENCE_MS = 300_000;

async function run(count: number, seed: number): Promise<Figure[]> {
  const all = new Sum();
  for (let from = 0; from < count;) from = await all.readFrom(seed, from, count);
  const alone = new Sum();
  const sample = Math.min(count, Math.max(3, Math.round(count / 500)));
  for (let i = 0; i < sample; i++) {
    const index = Math.floor((i * count) / sample);
    await alone.readFrom(seed, index, index + 1);
  }
  const both = (name: keyof Found | 'hangs' | 'aborts') => all.count(name) + alone.count(name);
  const indexes = [...all.found.indexes, ...alone.found.indexes];
  if (indexes.length > 0) console.error(`hostile: see the files ${indexes.slice(0, 20).join(', ')} of seed ${seed}`);
  const longest = Math.round(Math.max(all.found.longest, alone.found.longest));
  return [
    zero(`${count} hostile files in sequence, ${sample} of them alone: exceptions`, both('throws')),
    zero('processes that hung', both('hangs')),
    zero('processes that were aborted', both('aborts')),
    zero(`readings of more than 1 s (the longest took ${longest} ms)`, both('slow')),
    zero('files that may be written though not sound, or are refused without a reason', both('unsound')),
    zero('good records that a bad one hid', both('hidden')),
    zero('problems without fit words or a place in the file', both('badProblems')),
  ];
}

class Sum {
  hangs = 0;
  aborts = 0;
  readonly found: Found = { throws: 0, slow: 0, unsound: 0, hidden: 0, badProblems: 0, longest: 0, indexes: [] };

  count(name: keyof Found | 'hangs' | 'aborts'): number {
    if (name === 'hangs' || name === 'aborts') return this[name];
    return name === 'indexes' ? this.found.indexes.length : this.found[name];
  }

  /** Reads files in one process; gives the number of the file to go on with, which is behind the one that ended the process. */
  async readFrom(seed: number, from: number, to: number): Promise<number> {
    const { hung, lines, end } = await runChild(seed, from, to);
    const last = lines.at(-1) ?? '';
    if (last.startsWith('{')) {
      const found = JSON.parse(last) as Found;
      for (const name of ['throws', 'slow', 'unsound', 'hidden', 'badProblems'] as const)
        this.found[name] += found[name];
      this.found.longest = Math.max(this.found.longest, found.longest);
      this.found.indexes.push(...found.indexes);
      return to;
    }
    const ended = last === '' ? from : Number(last);
    if (hung) this.hangs++;
    else this.aborts++;
    // Whether it was ours or the machine's doing cannot be told from a count.
    console.error(`hostile: file ${ended} of seed ${seed} ended its process, which had begun at ${from}: ${end}`);
    this.found.indexes.push(ended);
    return ended + 1;
  }
}

function runChild(seed: number, from: number, to: number): Promise<{ hung: boolean; lines: string[]; end: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import=tsx', CHILD, ...[seed, from, to].map(String)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let hung = false;
    let rest = '';
    let lines: string[] = [];
    const kill = () => {
      hung = true;
      child.kill('SIGKILL');
    };
    let watchdog = setTimeout(kill, SILENCE_MS);
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(kill, SILENCE_MS);
      const pieces = (rest + data).split('\n');
      rest = pieces.pop() ?? '';
      lines = [...lines, ...pieces].slice(-1);
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (data: string) => (said = (said + data).slice(-1000)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(watchdog);
      resolve({ hung, lines, end: `${signal ?? `exit code ${code}`} ${said}`.trim() });
    });
  });
}

function zero(what: string, measured: number): Figure {
  return { what, goal: '0', measured: String(measured), reached: measured === 0 };
}
