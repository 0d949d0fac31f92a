import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isLock, markOfTemporary } from './beside';
import { breakIfDead } from './lock';
import { fateOf } from './mark';

/** After an hour a temporary file is nobody's any more, also where it cannot be found out whose it was. */
const HOUR_MS = 3_600_000;

/**
 * Removes from a folder what saves have left there that were killed: temporary files of processes that are gone, or older than an hour,
 * and locks of processes that are gone. Files of others, by name, are never touched. Never throws.
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
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
  return Date.now() - mtimeMs > HOUR_MS;
}
