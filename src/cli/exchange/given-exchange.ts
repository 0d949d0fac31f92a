import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatOfFiles, isZip, unpackZip, type ByteFiles, type Format } from '../../core/exchange';
import { quoted } from '../../core/text';
import { LIMITS } from '../../node/read-file';
import { UsageError } from '../call/usage-error';
import { readBytes } from '../files/host';
import { walk } from '../../node/walk';

/** What is to be imported: its files, and the format that their names tell. */
export interface GivenExchange {
  readonly files: ByteFiles;
  readonly format: Format | null;
}

/** The most bytes that the files of a folder may have together. */
const MOST_BYTES = 500_000_000;

/** Reads a file, the files of a zip, or those of a folder. Throws a `UsageError` where there is nothing that can be read. */
export async function readExchange(given: string, cwd: string): Promise<GivenExchange> {
  const path = resolve(cwd, given);
  if (await isFolder(path)) return readFolder(given, path);
  const bytes = await readBytes(path, LIMITS.table);
  if (bytes === null) throw new UsageError(`There is no file ${quoted(given)}.`);
  if (!isZip(bytes)) return { files: new Map([['', bytes]]), format: formatOfFiles([given]) };
  const unpacked = unpackZip(bytes);
  if (!unpacked.ok) throw new UsageError(`${quoted(given)}: ${unpacked.why}`);
  return { files: unpacked.files, format: formatOfFiles([given, ...unpacked.files.keys()]) };
}

async function readFolder(given: string, folder: string): Promise<GivenExchange> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  // Tools write flat folders, or one more level for each text.
  for (const path of await walk(folder, folder, 3)) {
    const bytes = await readBytes(join(folder, path), LIMITS.table);
    total += bytes?.length ?? 0;
    if (total > MOST_BYTES) throw new UsageError(`${quoted(given)} has files of more than ${MOST_BYTES / 1e6} MB.`);
    if (bytes) files.set(path, bytes);
  }
  return { files, format: formatOfFiles([...files.keys()]) };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
