import { statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_FILE, type DirectFiles } from '../core/host';
import { leavesFolder } from '../core/text';
import type { FileContent, FileMark } from '../core/indexing';
import { readFileOnce } from './read-file';

/** The files of an archive on a disk. Links are followed, as the editor follows them; devices and pipes count as missing. */
export function directFiles(root: string): DirectFiles {
  return {
    async marks(paths) {
      const marks: (FileMark | null)[] = [];
      let began = Date.now();
      for (const path of paths) {
        marks.push(look(pathIn(root, path)));
        if (Date.now() - began < TURN_MS) continue;
        await new Promise((resolve) => setImmediate(resolve));
        began = Date.now();
      }
      return marks;
    },
    readNow: (path) => readContent(root, path)?.bytes ?? null,
  };
}

/** How long to look at files before other work gets its turn, in milliseconds. */
const TURN_MS = 6;

/**
 * Reads a file on this thread.
 *
 * @param root the archive's folder
 * @param memory gives a buffer of a size in bytes, to read into
 * @returns null where no file can be read; the mark is null where the file was written during the read
 */
export function readContent(
  root: string,
  path: string,
  memory: (size: number) => Uint8Array = (size) => new Uint8Array(size),
): FileContent | null {
  const absolute = pathIn(root, path);
  if (absolute === null) return null;
  const readAt = Date.now();
  try {
    const { bytes, before, after } = readFileOnce(absolute, { most: LARGEST_FILE, memory });
    const still = before.mtimeMs === after.mtimeMs && before.ctimeMs === after.ctimeMs && bytes.length === after.size;
    return { bytes, mark: still ? markOf(after) : null, readAt };
  } catch {
    return null;
  }
}

/** A buffer that is used again for each file: reading a file overwrites the bytes of the one before. */
export function sharedMemory(): (size: number) => Uint8Array {
  let memory = new Uint8Array(1 << 18);
  return (size) => {
    if (size > memory.length) memory = new Uint8Array(size);
    return memory.subarray(0, size);
  };
}

/** Synchronous, as that takes some microseconds; an asynchronous look takes five times as long. */
function look(path: string | null): FileMark | null {
  try {
    const stats = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
    return stats && mayBeRead(stats) ? markOf(stats) : null;
  } catch {
    return null;
  }
}

function mayBeRead(stats: Stats): boolean {
  return stats.isFile() && stats.size <= LARGEST_FILE;
}

function markOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileMark {
  return { size, written: mtimeMs, touched: ctimeMs, number: ino };
}

/** The absolute path of a file; null for a path that leaves the root by its spelling. */
function pathIn(root: string, path: string): string | null {
  return leavesFolder(path) ? null : join(root, path);
}
