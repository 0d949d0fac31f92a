import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What git answers in a folder; null where it fails or is not there. No shell is in between, so that no name becomes a command. */
export function askGit(folder: string, args: readonly string[], input = ''): string | null {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    ...{ input, encoding: 'utf8', maxBuffer: 1 << 28, windowsHide: true },
  });
  return status === 0 ? stdout : null;
}

/** The text of a file; null where there is none. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
