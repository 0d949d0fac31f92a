import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { codeOf, systemError } from './system-error';

/**
 * The real path of a file, which need not be there yet. Follows links, and refuses one that leads out of the root: a sidecar from a
 * stranger must not choose what is overwritten.
 *
 * @throws Error with the code ELOOP for what lies outside, and with the system's where the folder cannot be found
 */
export async function insideRoot(path: string, root: string): Promise<string> {
  const target = await realpath(path).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return join(await realpath(dirname(path)), basename(path));
  });
  const way = relative(await realpath(root), target);
  // Between two drives of Windows there is no relative way.
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    throw systemError('ELOOP', 'It is a link that leads out of the archive');
  }
  return target;
}
