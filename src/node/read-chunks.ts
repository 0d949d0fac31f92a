import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { kindOfOther } from './read-file';
import { noteFile, systemError } from './system-error';

/** How much of a file is in memory at once, in bytes. */
const CHUNK = 256 * 1024;

/**
 * The bytes of a regular file, piece by piece, so that a file of any size can be read. Each piece is the reader's own.
 *
 * @throws Error with a code and the path: the system's code; ENOTSUP for a folder, pipe, device or socket
 */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle | null = null;
  try {
    file = await openRegular(path);
    for (;;) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(CHUNK), 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw noteFile(error, path);
  } finally {
    await file?.close();
  }
}

/** The first bytes of a regular file. Throws as `readChunks` does. */
export async function readStart(path: string, most: number): Promise<Uint8Array> {
  let file: FileHandle | null = null;
  try {
    file = await openRegular(path);
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw noteFile(error, path);
  } finally {
    await file?.close();
  }
}

async function openRegular(path: string): Promise<FileHandle> {
  // Looked at before it is opened, as opening a device may do something already; a pipe in its place is opened without waiting.
  refuseOther(kindOfOther(await stat(path)));
  const { O_NONBLOCK: withoutWaiting = 0 } = constants as Partial<typeof constants>;
  const file = await open(path, constants.O_RDONLY | withoutWaiting);
  const kind = kindOfOther(await file.stat());
  if (kind !== null) await file.close();
  refuseOther(kind);
  return file;
}

function refuseOther(kind: string | null): void {
  if (kind !== null) throw systemError('ENOTSUP', `It is ${kind} and not a file`);
}
