import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MANIFEST_FILE } from '../../core/entities';
import { quoted } from '../../core/text';
import { realPathInside } from '../../node/inside-root';
import { UsageError } from '../call/usage-error';

/**
 * The folder of the nearest `postgloss.yaml`, from a folder upwards, as git finds its root; null where there is none. Throws a `UsageError`
 * where that file is a link that leads out of its folder.
 */
export async function findRoot(folder: string): Promise<string | null> {
  const root = await findUpwards(folder, MANIFEST_FILE);
  if (root !== null && (await realPathInside(root, join(root, MANIFEST_FILE))) === null) {
    throw new UsageError(
      `${quoted(join(root, MANIFEST_FILE))} is a link that leads out of its folder, and is not read.`,
    );
  }
  return root;
}

/** The nearest folder, from a folder upwards, that holds a file of this name; null where there is none. */
export async function findUpwards(folder: string, name: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    if (await isFile(join(here, name))) return here;
    if (here === dirname(here)) return null;
  }
}

/** Whether a path leads to a regular file. */
async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
