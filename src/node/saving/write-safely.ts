import { constants, type Stats } from 'node:fs';
import { access, lstat, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { removeAtExit } from './at-exit';
import { temporaryBeside } from './beside';
import { saveTarget } from '../inside-root';
import { kindOfOther } from '../read-file';
import { clearLeftovers } from './leftovers';
import { withMark } from './mark';
import { codeOf, isPassing, systemError, workOn } from '../system-error';
import { removeFile, thrice } from './thrice';
import { pause, uninterrupted } from './uninterrupted';

/**
 * Writes a file so that at any moment, even after a kill or a power cut and on a full disk, it holds all of the old bytes or all of the new
 * ones: a temporary file beside it is written, flushed, measured, and renamed over it.
 *
 * The usual libraries for this write once and ignore how much was written, so that a full disk renames half a file over a whole one.
 *
 * @param path the file; `saveTarget` says which may be written
 * @throws Error with the system's code and the path; the old file is then untouched and no temporary file is left
 */
export function writeSafely(path: string, bytes: Uint8Array, root: string): Promise<void> {
  const work = async () => {
    const target = await saveTarget(root, path);
    await clearLeftovers(dirname(target));
    await replaceFile(target, bytes, () => Promise.resolve(true));
  };
  return uninterrupted(() => workOn(path, work));
}

/**
 * Does the same for a real path, without clearing leftovers. Asks `mayStill` right before the rename; if that answers false, the old file
 * stays. Answers whether the file was replaced.
 */
export function replaceFile(target: string, bytes: Uint8Array, mayStill: () => Promise<boolean>): Promise<boolean> {
  return withMark(async (mark) => {
    const temporary = temporaryBeside(target, mark);
    const old = await statIfThere(target);
    // A rename would put a file in the place of a device, too.
    const kind = old && kindOfOther(old);
    if (kind !== null) throw systemError('ENOTSUP', `It is ${kind}, and only a file is replaced`);
    // A rename would replace a read-only file too, against the wish of the person who made it read-only.
    if (old) await access(target, constants.W_OK);
    const removed = removeAtExit(temporary);
    try {
      await writeNew(temporary, bytes, old);
      const replaced = await renamePatiently(temporary, target, mayStill);
      if (!replaced) await thrice(() => removeFile(temporary));
      else await syncFolder(dirname(target));
      return replaced;
    } catch (error) {
      await thrice(() => removeFile(temporary));
      throw error;
    } finally {
      removed();
    }
  });
}

async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function writeNew(path: string, bytes: Uint8Array, old: Stats | null): Promise<void> {
  const file = await open(path, 'wx', old ? old.mode & 0o777 : 0o666);
  try {
    if (old) await takeOver(file, old);
    await file.writeFile(bytes);
    await file.sync();
    const { size } = await file.stat();
    // A disk that is nearly full may take a part and report no error.
    if (size !== bytes.length) throw systemError('ENOSPC', 'The disk took only a part of the file');
  } finally {
    await file.close();
  }
}

/** Gives the new file the owner and the mode of the old one, where the system knows them and the user may set them. */
async function takeOver(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode & 0o777).catch(() => undefined);
}

/** Tries to rename for about two seconds, as virus scanners and cloud folders hold files for a moment. */
async function renamePatiently(from: string, to: string, mayStill: () => Promise<boolean>): Promise<boolean> {
  for (let wait = 20; ; wait *= 2) {
    if (!(await mayStill())) return false;
    try {
      await rename(from, to);
      return true;
    } catch (error) {
      if (!isPassing(error) || wait > 1000) throw error;
      await pause(wait);
    }
  }
}

/**
 * Flushes a folder, so that the rename in it survives a power cut. An error here is no failure of the save: the new content is in place,
 * some systems cannot flush a folder, and Windows cannot even open one.
 */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // See above.
  }
}
