import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path lies in a folder, or is it. Looks only at the spelling, so both should be real paths where links matter. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** The real path of what a path leads to through all links, as long as that lies in the real folder; else null. */
export async function realPathInside(folder: string, path: string): Promise<string | null> {
  try {
    const [realFolder, real] = await Promise.all([realpath(folder), realpath(path)]);
    return isInside(realFolder, real) ? real : null;
  } catch {
    return null;
  }
}
