import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Breakable, Outcome } from './try-mutants';

const ROOT = join(import.meta.dirname, '../../..');

/** What the tests read, beside the packages. */
const COPIED = ['src', 'test', 'media', 'syntaxes', 'package.json', 'tsconfig.json', 'README.md', 'esbuild.mjs'];

/** A copy of this project. */
export function copyOfThis(): ProjectCopy {
  return new ProjectCopy(ROOT, COPIED);
}

/** Files of a project, in a temporary folder where they can be broken. */
export class ProjectCopy implements Breakable {
  readonly #root = mkdtempSync(join(realpathSync(tmpdir()), 'postgloss-mutants-'));

  /** @param names of the files and folders that are copied from the folder of the project */
  constructor(project: string, names: readonly string[]) {
    for (const name of names) cpSync(join(project, name), join(this.#root, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.#root, 'node_modules'), 'junction');
  }

  read(path: string): string {
    return readFileSync(join(this.#root, path), 'utf8');
  }

  async having<T>(path: string, text: string, work: () => Promise<T>): Promise<T> {
    const before = this.read(path);
    writeFileSync(join(this.#root, path), text);
    try {
      return await work();
    } finally {
      writeFileSync(join(this.#root, path), before);
    }
  }

  /** Runs the tests with few random cases, up to the first that fails. */
  test(globs: readonly string[], seconds: number): Promise<Outcome> {
    const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--bail', '--timeout', '60000'];
    const child = spawn(
      process.execPath,
      // A loop that fills the memory fails before it takes that of the whole machine.
      [...['--max-old-space-size=1024', '--import=tsx'], ...mocha, '--require', 'test/support/setup.ts', ...globs],
      {
        cwd: this.#root,
        env: { ...process.env, TRIALS: '0.05' },
        stdio: 'ignore',
        // A group of its own, so that the programs that the tests start are ended with it.
        detached: process.platform !== 'win32',
      },
    );
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        resolve('slow');
        if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      }, 1000 * seconds);
      child.once('error', reject);
      child.once('close', (code) => {
        clearTimeout(timer);
        resolve(code === 0 ? 'passed' : 'failed');
      });
    });
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
