import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { leavesFolder } from '../core/text';
import { codeOf, systemError } from './system-error';

// Paths come from files that strangers wrote, so none may lead out of the folder of its archive or repository: neither by its spelling
// (`leavesFolder`, `wayInside`) nor through a link (`realPathInside`, `saveTarget`).

/**
 * The relative path from a folder to a path in it, with `/`; empty for the folder itself. Looks at the spelling alone.
 *
 * @param root absolute
 * @param path absolute, or relative to the root
 * @returns null for a path outside
 */
export function wayInside(root: string, path: string): string | null {
  const way = relative(root, resolve(root, path));
  // Between two drives of Windows, `relative` answers with an absolute path. Otherwise `c:x` is the name of a file here.
  return isAbsolute(way) || leavesFolder(`./${way}`) ? null : slashed(way);
}

/** The real path of the file or folder that a path leads to through all links; null where it is missing or lies outside the real root. */
export async function realPathInside(root: string, path: string): Promise<string | null> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(path)]);
    return wayInside(realRoot, real) === null ? null : real;
  } catch {
    return null;
  }
}

/**
 * The real path of a file to be written, which need not be there yet. Follows links.
 *
 * @throws Error with the code ELOOP for a file outside the real root, and with the system's where its folder cannot be found
 */
export async function saveTarget(root: string, path: string): Promise<string> {
  const target = await realpath(path).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return join(await realpath(dirname(path)), basename(path));
  });
  if (wayInside(await realpath(root), target) === null) {
    throw systemError('ELOOP', 'It is a link that leads out of the archive');
  }
  return target;
}

/** A path of this system with `/`. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
