import { lstat, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isLock, markOfTemporary } from './beside';
import { breakIfDead } from './lock';
import { fateOf } from './mark';

/** A temporary file of this age is left over, even if its process is unknown, as on another machine, or seems to live. */
const HOUR_MS = 3_600_000;

/**
 * Removes from a folder what killed saves have left there: temporary files of processes that are gone, or older than an hour, and locks of
 * processes that are gone. Files with other names are never touched. Never throws.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const mark = markOfTemporary(name);
    if (mark !== null && (await isStale(path, mark))) await unlink(path).catch(() => undefined);
    else if (isLock(name)) await breakIfDead(path).catch(() => undefined);
  }
}

async function isStale(path: string, mark: string): Promise<boolean> {
  if (fateOf(mark) === 'dead') return true;
  const { mtimeMs } = await lstat(path).catch(() => ({ mtimeMs: Infinity }));
  return Date.now() - mtimeMs > HOUR_MS;
}
