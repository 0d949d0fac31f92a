import { randomUUID } from 'node:crypto';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * Writes a file so that a crash, a full disk or a second program leaves either the old or the new content: a temporary file beside it
 * is written in full, flushed, measured, and renamed over it.
 *
 * The usual libraries for this write once and ignore how much was written, so that a full disk renames half a file over a whole one.
 *
 * @param path the file; a link is followed as long as it stays inside `root`
 * @throws Error with the system's code; the old file is then untouched and no temporary file is left
 */
export async function writeFileSafely(path: string, bytes: Uint8Array, root: string): Promise<void> {
  const target = await insideRoot(path, root);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => null,
  );
  try {
    const file = await open(temporary, 'wx', mode ?? 0o666);
    try {
      // What the old file allows others counts, not what this process does by default. Some file systems know no modes.
      if (mode !== null) await file.chmod(mode).catch(() => undefined);
      await file.writeFile(bytes);
      await file.sync();
      const { size } = await file.stat();
      if (size !== bytes.length)
        throw Object.assign(new Error('The disk took only a part of the file'), { code: 'ENOSPC' });
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

/** Follows links, and refuses one that leads out of the archive: a sidecar from a stranger must not choose what is overwritten. */
async function insideRoot(path: string, root: string): Promise<string> {
  const target = await realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)));
  const way = relative(await realpath(root), target);
  // Between two drives of Windows there is no relative way.
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    throw Object.assign(new Error('It is a link that leads out of the archive'), { code: 'ELOOP' });
  }
  return target;
}

/** Virus scanners and cloud folders hold files for a moment; after about two seconds it is more than a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if ((code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES') || wait > 1000) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Makes the new name last through a power cut. Some systems cannot flush a folder; the content is safe there all the same. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows does not open folders.
  }
}
