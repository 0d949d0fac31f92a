import { readdirSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { slashed } from '../inside-root';
import { LIMITS, readRegular } from '../read-file';

/** Where a folder lies in the files of a repository. */
export interface WorkTree {
  /** The folder that holds `.git`, as a real path. */
  readonly top: string;
  /** The way from there to the folder, with `/`, also at its end; empty at the top. */
  readonly prefix: string;
}

/**
 * Finds the repository that a folder lies in, by `.git` alone; null where it lies in none. git itself also takes a folder for a repository
 * that holds `HEAD`, `objects` and `refs`. A commit of a stranger can bring such a folder along, with settings that name programs.
 *
 * @param folder absolute
 */
export async function findWorkTree(folder: string): Promise<WorkTree | null> {
  const real = await realpath(folder).catch(() => null);
  for (let top = real; real !== null && top !== null; top = top === dirname(top) ? null : dirname(top)) {
    if (isTop(top)) return { top, prefix: relative(top, real) === '' ? '' : `${slashed(relative(top, real))}/` };
  }
  return null;
}

/** Where a file lies in the files of its repository: the top, and the path from there. Null outside of a repository. */
export async function findFile(path: string): Promise<{ readonly top: string; readonly path: string } | null> {
  const found = await findWorkTree(dirname(path));
  return found && { top: found.top, path: found.prefix + basename(path) };
}

/** Whether a folder holds a repository, in a folder `.git` or in another folder that a file `.git` names. */
export function isTop(folder: string): boolean {
  const path = join(folder, '.git');
  try {
    if (!statSync(path).isDirectory())
      return readRegular(path, LIMITS.settings).toString('latin1').startsWith('gitdir: ');
    const names = readdirSync(path);
    // By these three git knows one, too.
    return ['HEAD', 'objects', 'refs'].every((name) => names.includes(name));
  } catch {
    return false;
  }
}
