import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file so that whoever looks at any moment, after a kill or a power cut too, sees the old bytes or the new ones, and all of
 * them: a temporary file beside it is written, flushed, measured, and renamed over it.
 *
 * It blocks, so that nothing else of this process can come between a decision and its file.
 *
 * @throws Error with the system's code; the old file is then untouched and no temporary file is left
 */
export function writeSafely(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  const file = openSync(temporary, 'wx', 0o666);
  try {
    try {
      fchmodSync(file, statSync(path).mode & 0o777);
    } catch {
      // The file is new, or the system knows no modes.
    }
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
      // A disk that is nearly full may take a part and report no error.
      if (fstatSync(file).size !== bytes.length) throw new Error('The disk took only a part of the file.');
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
}
