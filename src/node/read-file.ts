import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { LARGEST_FILE, whyTooLarge } from '../core/host';
import { codeOf, noteFile, systemError } from './system-error';

/**
 * The largest files that are read, in bytes, by their kind. A file may come from a stranger, and reading one without a limit takes all of
 * the memory.
 */
export const LIMITS = {
  /** A text of an archive. */
  text: LARGEST_FILE,
  /** A sidecar, a registry, `postgloss.yaml`. Their readers refuse long before that, with a problem in the file. */
  gloss: LARGEST_FILE,
  /** A table to be imported. */
  table: LARGEST_FILE,
  /** One of the three versions that `merge` is given. */
  version: LARGEST_FILE,
  /** `.gitattributes`, and the small files of git. */
  settings: 1_000_000,
} as const;

/** How a file is read. */
export interface Reading {
  /** The most bytes that it may have. */
  readonly most: number;
  /** Whether a link is followed; true by default. */
  readonly follow?: boolean;
  /** Gives a buffer of a size in bytes, to read into. */
  readonly memory?: (size: number) => Uint8Array;
}

/** The bytes of a file, and what the system told of it before and after they were read. */
export interface ReadFile {
  readonly bytes: Buffer;
  readonly before: Stats;
  readonly after: Stats;
}

/**
 * Reads a regular file on this thread. This is the only way in which a file is read that others may have put there: it neither waits for a
 * pipe, nor reads a device, nor takes more than a limit into memory.
 *
 * @throws Error with a code and the path: the system's code; ENOTSUP for a folder, pipe, device or socket; E2BIG for a file over the limit
 */
export function readFileOnce(
  path: string,
  { most, follow = true, memory = (size) => Buffer.allocUnsafe(size) }: Reading,
): ReadFile {
  let file: number | null = null;
  try {
    // Looked at before it is opened, as opening a device may do something already.
    refuseOthers(follow ? statSync(path) : lstatSync(path), most);
    // A pipe that has taken the place of the file meanwhile is opened without waiting for its writer.
    file = openSync(path, constants.O_RDONLY | NONBLOCK | (follow ? 0 : NOFOLLOW));
    const before = fstatSync(file);
    refuseOthers(before, most);
    const bytes = readAll(file, memory(before.size));
    return { bytes, before, after: fstatSync(file) };
  } catch (error) {
    throw noteFile(error, path);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The bytes of a regular file. Throws as `readFileOnce` does. */
export function readRegular(path: string, most: number, follow = true): Buffer {
  return readFileOnce(path, { most, follow }).bytes;
}

/** The bytes of a regular file; null where there is none. Throws as `readFileOnce` does for anything else. */
export function readIfThere(path: string, most: number, follow = true): Buffer | null {
  try {
    return readRegular(path, most, follow);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The bytes of a regular file; null where there is none, or something else has its name. Throws where it cannot be read. */
export function readOrMissing(path: string, most: number, follow = true): Buffer | null {
  try {
    return readIfThere(path, most, follow);
  } catch (error) {
    if (['ENOTDIR', 'ENOTSUP', 'ERR_INVALID_ARG_VALUE'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** The kind of a thing that is no regular file, as a phrase: `a pipe`. Null for a regular file. */
export function kindOfOther(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return 'a folder';
  if (stats.isSymbolicLink()) return 'a link';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

// Windows has neither.
const { O_NONBLOCK: NONBLOCK = 0, O_NOFOLLOW: NOFOLLOW = 0 } = constants as Partial<typeof constants>;

function refuseOthers(stats: Stats, most: number): void {
  const kind = kindOfOther(stats);
  if (kind !== null) throw systemError('ENOTSUP', `It is ${kind} and not a file`);
  if (stats.size > most) {
    throw systemError('E2BIG', whyTooLarge(stats.size, most));
  }
}

/** Reads to the end of a file, which may have become shorter since its size was asked for. */
function readAll(file: number, memory: Uint8Array): Buffer {
  let length = 0;
  while (length < memory.length) {
    const read = readSync(file, memory, length, memory.length - length, length);
    if (read === 0) break;
    length += read;
  }
  return Buffer.from(memory.buffer, memory.byteOffset, length);
}
