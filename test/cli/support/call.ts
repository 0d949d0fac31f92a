import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { run } from '../../../src/cli/run';

/** What a call printed, and its exit code. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command line in this process. */
export async function callHere(argv: readonly string[], cwd: string): Promise<Outcome> {
  const printed = { stdout: '', stderr: '' };
  const io = {
    stdout: (text: string) => void (printed.stdout += text),
    stderr: (text: string) => void (printed.stderr += text),
    cwd,
    env: {},
  };
  return { code: await run(argv, io), ...printed };
}

/** The bundle, built as `esbuild.mjs` builds it, into a folder of its own. */
export interface Bundle {
  readonly path: string;
  dispose(): Promise<void>;
}

export async function buildBundle(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'postgloss-bundle-'));
  const path = join(folder, 'cli.cjs');
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile: path,
    bundle: true,
    format: 'cjs',
    target: 'es2023',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  });
  return { path, dispose: () => rm(folder, { recursive: true, force: true }) };
}

/** Calls the bundle as a process of its own. */
export function callBundle(
  bundle: Bundle,
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle.path, ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on('data', (chunk: Buffer) => printed.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        stdout: Buffer.concat(printed.stdout).toString(),
        stderr: Buffer.concat(printed.stderr).toString(),
      }),
    );
  });
}
