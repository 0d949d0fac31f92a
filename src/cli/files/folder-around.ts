import { dirname } from 'node:path';
import { wayInside } from '../../node/inside-root';

/**
 * The folder below which a file that the caller names is written through no link: the folder of the call, where the file lies in that, else
 * the file's own.
 *
 * @param path absolute
 */
export function folderAround(cwd: string, path: string): string {
  const way = wayInside(cwd, path);
  return way === null || way === '' ? dirname(path) : cwd;
}
