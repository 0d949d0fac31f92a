import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { saveTarget } from '../inside-root';
import { codeOf, workOn } from '../system-error';
import { clearLeftovers } from './leftovers';
import { uninterrupted } from './uninterrupted';
import { replaceFile } from './write-safely';

/**
 * Writes files into a folder, which is made where it is not there. Each is written as `writeSafely` does; other files of the folder stay.
 *
 * @param folder absolute
 * @param files by their names
 * @throws Error with the system's code and the path; each file is then the old or the new one
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>, root: string): Promise<void> {
  await workOn(folder, async () => {
    if (await isMissing(folder)) await mkdir(await saveTarget(root, folder));
  });
  let cleared: string | null = null;
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await uninterrupted(() =>
      workOn(path, async () => {
        const target = await saveTarget(root, path);
        if (cleared !== dirname(target)) await clearLeftovers((cleared = dirname(target)));
        await replaceFile(target, bytes, () => Promise.resolve(true));
      }),
    );
  }
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}
