import { posix, resolve } from 'node:path';
import type { Host } from '../../core/host';
import { attributesFiles } from '../../node/git/attributes-files';
import { EarlierTexts } from '../../node/git/earlier-texts';
import { hasMergeDriver } from '../../node/git/merge-driver';
import { realPathInside, wayInside } from '../../node/inside-root';
import { LIMITS, readOrMissing } from '../../node/read-file';
import { codeOf, noteFile, systemError, whyFileError } from '../../node/system-error';
import { readGlob } from './glob';
import { walk } from '../../node/walk';

/**
 * The core's view of a folder on disk. Never reads a file outside of the folder, whether a path or a link leads there: paths come from
 * files that other people wrote.
 */
export function createHost(root: string): Host {
  // The spelling comes first: on some systems even a look at a path elsewhere reaches out to the network.
  const find = async (path: string) =>
    wayInside(root, path) === null ? null : realPathInside(root, resolve(root, path));
  const earlier = new EarlierTexts();
  return {
    async list(globs) {
      const found = new Set<string>();
      for (const given of globs) {
        const glob = readGlob(given);
        if (!glob) {
          // A file that cannot be read is listed all the same: its reader says why.
          if ((await this.read(given).catch(() => true)) !== null) found.add(posix.normalize(given));
          continue;
        }
        const folder = resolve(root, glob.base);
        if (wayInside(root, folder) === null || (await realPathInside(root, folder)) === null) continue;
        for (const path of await walk(root, folder, glob.depth)) {
          if (glob.fits(path)) found.add(posix.join(glob.base, path));
        }
      }
      return [...found].sort();
    },
    async read(path) {
      const real = await find(path);
      return real === null ? null : readBytes(real, LIMITS.text);
    },
    watch: () => () => undefined,
    async *earlier(path) {
      const real = await find(path);
      if (real !== null) yield* earlier.of(root, real);
    },
    attributes: (folders) => attributesFiles(root, folders),
    mergeDriver: () => hasMergeDriver(root),
  };
}

/**
 * The bytes of a regular file; null where there is none, or something else has its name.
 *
 * @param most one of `LIMITS`
 * @throws Error that says why a file that is there cannot be read, as a sentence without its full stop
 */
export function readBytes(path: string, most: number): Promise<Uint8Array | null> {
  try {
    return Promise.resolve(readOrMissing(path, most));
  } catch (error) {
    const why = whyFileError(error);
    return Promise.reject(why === null ? (error as Error) : (noteFile(systemError(codeOf(error), why), path) as Error));
  }
}
