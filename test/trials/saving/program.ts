import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Runs work with a folder of its own, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'postgloss-trial-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bundles the program that saves, so that it starts in no time. Answers with its path, in the given folder. */
export async function buildProgram(folder: string): Promise<string> {
  const outfile = join(folder, 'child.cjs');
  const entryPoints = [join(import.meta.dirname, 'child.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' });
  return outfile;
}

/** A run of the program. */
export interface Run {
  readonly child: ChildProcess;
  /** Resolves as soon as it has said something, or has ended. */
  readonly started: Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string[]; readonly error: string }>;
}

/** Starts a program, and collects what it says, line by line. */
export function runProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let [out, error] = ['', ''];
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => (error += text));
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: string) => {
      out += text;
      resolve();
    });
    child.on('close', () => resolve());
  });
  const ended = new Promise<{ code: number | null; said: string[]; error: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said: out.split('\n').filter(Boolean), error }));
  });
  return { child, started, ended };
}

/** The same numbers from 0 to 1 for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
