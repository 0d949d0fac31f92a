import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { MANIFEST_FILE } from '../../core/entities';
import { quoted } from '../../core/text';
import type { Io } from '../call/io';
import { UsageError } from '../call/usage-error';
import { findRoot } from './find-root';

/** An archive that a call is about as a whole. */
export interface WholeArchive {
  /** The folder of `postgloss.yaml`, as an absolute path. */
  readonly root: string;
  /** How a path of the archive is printed: relative to the folder of the call, or absolute if DIR is. */
  readonly shown: (path: string) => string;
}

/**
 * Finds the archive that a folder belongs to. Throws a `UsageError` where there is none.
 *
 * @param command the name of the command, for the message
 * @param given the folders of the call: one, or none for the folder of the call itself
 */
export async function findArchive(
  command: string,
  [given = '.', ...more]: readonly string[],
  io: Io,
): Promise<WholeArchive> {
  if (more.length > 0) throw new UsageError(`${command} takes one folder.`);
  const folder = resolve(io.cwd, given);
  if (given === '' || !(await isFolder(folder))) throw new UsageError(`There is no folder ${quoted(given)}.`);
  const root = await findRoot(folder);
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} in ${quoted(given)} or above it.`);
  const way = (path: string) => (isAbsolute(given) ? path : relative(io.cwd, path));
  return { root, shown: (path) => way(join(root, path)).replaceAll(sep, '/') };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
