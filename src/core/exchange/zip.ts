import { Inflate, zipSync } from 'fflate';
import type { Result } from '../result';
import type { ByteFiles, TextFiles } from './format';

/** The most bytes that the files of a zip may have together. */
const MOST_BYTES = 500_000_000;
const MOST_FILES = 100_000;
/** A file that is packed more than this is taken for one that was made to fill a disk. DEFLATE reaches 1,032. */
const LARGEST_RATIO = 1_000;
/** Below this size the ratio counts for nothing. */
const SMALL = 1_000_000;
/** How much is unpacked between two looks at its size. */
const STEP = 16_384;

/** Packs files. The same files give the same bytes, on any day and in any time zone: the format counts in local time. */
export function packZip(files: TextFiles): Uint8Array {
  const encoder = new TextEncoder();
  const contents = Object.fromEntries([...files].map(([path, text]) => [path, encoder.encode(text)]));
  return zipSync(contents, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** Whether bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Unpacks files. Never throws. Refused is what is no whole zip, what is encrypted or packed in another way than DEFLATE, and what is larger
 * than it says or than the limits: what it says is looked at first, what comes out while it comes. Nothing is written, and so a path that
 * leads out of the folder is but a name; such a file is left out, as is one of two with one path.
 *
 * @param wanted the paths to unpack; all where it is left out
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean = () => true,
): Result<{ readonly files: ByteFiles }> {
  try {
    return { ok: true, files: new Map(unpacked(bytes, wanted)) };
  } catch (error) {
    const why = error instanceof Unfit ? error.message : 'It is no zip that can be read.';
    return { ok: false, why };
  }
}

class Unfit extends Error {}

/** An entry of the central directory; see APPNOTE.TXT of PKWARE, 4.3.12. */
interface Entry {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

function* unpacked(bytes: Uint8Array, wanted: (path: string) => boolean): Iterable<[string, Uint8Array]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const seen = new Set<string>();
  let total = 0;
  for (const entry of entriesOf(bytes, view)) {
    const { path, size, packed } = entry;
    if (path.endsWith('/') || leadsOut(path) || seen.has(path) || !wanted(path)) continue;
    seen.add(path);
    total += size;
    if (total > MOST_BYTES) throw new Unfit(`Its files have more than ${MOST_BYTES / 1e6} MB together.`);
    if (size > SMALL && size > LARGEST_RATIO * packed)
      throw new Unfit('One of its files is packed too tightly to be honest.');
    yield [path, contentOf(bytes, view, entry)];
  }
}

function* entriesOf(bytes: Uint8Array, view: DataView): Iterable<Entry> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_FILES) throw new Unfit('It has too many files.');
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Unfit('Its list of files is damaged.');
    const flags = view.getUint16(at + 8, true);
    if ((flags & 1) !== 0) throw new Unfit('It is encrypted. Save it without a password.');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)));
    yield {
      path: path.replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

/** The record at the end, behind which only a comment may stand. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Unfit('It is no whole zip.');
}

function contentOf(bytes: Uint8Array, view: DataView, { method, packed, size, at }: Entry): Uint8Array {
  if (view.getUint32(at, true) !== 0x04034b50) throw new Unfit('Its list of files is damaged.');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) throw new Unfit('It is no whole zip.');
  if (method === 0) {
    if (packed !== size) throw new Unfit('A file of it has another size than it says.');
    return content;
  }
  if (method !== 8) throw new Unfit('It is packed in a way that is not known here. Pack it with DEFLATE.');
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((part) => {
    if (length + part.length > size) throw new Unfit('A file of it is larger than it says.');
    whole.set(part, length);
    length += part.length;
  });
  for (let from = 0; from < content.length; from += STEP) {
    inflate.push(content.subarray(from, from + STEP), from + STEP >= content.length);
  }
  if (length !== size) throw new Unfit('A file of it has another size than it says.');
  return whole;
}

function leadsOut(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
}
