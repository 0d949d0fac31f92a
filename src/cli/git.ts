import { spawnSync } from 'node:child_process';

/** What git answers in a folder; null where it fails or is not there. No shell is in between, so that no name becomes a command. */
export function askGit(folder: string, args: readonly string[], input = ''): string | null {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    ...{ input, encoding: 'utf8', maxBuffer: 1 << 28, windowsHide: true },
  });
  return status === 0 ? stdout : null;
}
