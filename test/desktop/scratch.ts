import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new temp folder, removed when the process ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'postgloss-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
// A hook of mocha would be set by the first of the files that one process tests, and run after that one alone.
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes files below a folder, with the folders that they need. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs git as a person would, and answers with what it printed. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A repository with these files in its first commit. */
export function repositoryWith(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  // A machine that runs tests may have no identity, or one that signs its commits.
  git(folder, 'config', 'user.name', 'Test');
  git(folder, 'config', 'user.email', 'test@postgloss.invalid');
  git(folder, 'config', 'commit.gpgsign', 'false');
  git(folder, 'config', 'core.autocrlf', 'false');
  write(folder, files);
  if (Object.keys(files).length === 0) return folder;
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--no-verify', '--message', 'Add the archive');
  return folder;
}
