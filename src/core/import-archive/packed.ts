import { Gunzip, Unzip, UnzipInflate } from 'fflate';
import { LARGEST_FILE } from '../host';
import type { Chunks } from './input';
import { ImportRefusal } from './refusal';

// Files come unpacked piece by piece: what is packed may be a thousand times larger when it is not.

/** So much is unpacked at once, in packed bytes. */
const STEP = 16 * 1024;
const MOST_ENTRIES = 200_000;
/** All files of one zip file, unpacked, in bytes. */
const MOST_UNPACKED = 8_000_000_000;

/** A file of a zip file. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  /** Why there are no bytes, as a sentence; null where there are. */
  readonly why: string | null;
}

/** The files of a zip file whose names are wanted, one after the other, in their order. @throws ImportRefusal for one that is no zip file, or is a trap */
export async function* unzip(chunks: Chunks, isWanted: (name: string) => boolean): AsyncGenerator<PackedFile> {
  const ready: PackedFile[] = [];
  let entries = 0;
  let unpacked = 0;
  const zip = new Unzip((file) => {
    if (++entries > MOST_ENTRIES) throw new ImportRefusal(`It holds more than ${MOST_ENTRIES} files.`);
    if (!isWanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    let size = 0;
    let isOver = false;
    const end = (why: string | null) => {
      if (isOver) return;
      isOver = true;
      ready.push({ name: file.name, bytes: why === null ? joined(pieces, size) : null, why });
      pieces.length = 0;
    };
    file.ondata = (error, data, final) => {
      if (error) {
        end('It cannot be unpacked.');
        return;
      }
      size += data.length;
      unpacked += data.length;
      if (unpacked > MOST_UNPACKED) throw new ImportRefusal('Its files have more than 8 GB together.');
      if (size > LARGEST_FILE) end('It has more than 50 MB when it is unpacked, and is not read.');
      else if (!isOver) pieces.push(data);
      if (final) end(null);
    };
    try {
      file.start();
    } catch {
      end('It is packed in a way that is not known here.');
    }
  });
  zip.register(UnzipInflate);
  for await (const part of steps(chunks)) {
    guarded(() => zip.push(part.bytes, part.isLast));
    yield* ready.splice(0);
  }
  if (entries === 0) throw new ImportRefusal('It is a zip file without files.');
}

/** The bytes of a file that gzip has packed. @throws ImportRefusal where it is broken */
export async function* gunzip(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const stream = new Gunzip((data) => ready.push(data));
  for await (const { bytes, isLast } of steps(chunks)) {
    guarded(() => stream.push(bytes, isLast));
    yield* ready.splice(0);
  }
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal('It is packed, and broken.');
  }
}

async function* steps(chunks: Chunks): AsyncGenerator<{ readonly bytes: Uint8Array; readonly isLast: boolean }> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP) yield { bytes: chunk.subarray(at, at + STEP), isLast: false };
  }
  yield { bytes: new Uint8Array(), isLast: true };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
