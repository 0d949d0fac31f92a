import type { PostFile } from '../archive/post';
import { contentHash } from './content-hash';
import type { PackedIndex } from './text-index';

/** Indexes of texts as they are kept from one session to the next, by what tells which content of which text they are of. */
export interface IndexFile {
  /** Names what the indexes depend on besides the texts: the version of the program, and the spellings. */
  readonly stamp: string;
  readonly entries: ReadonlyMap<string, Uint8Array>;
}

/** A small head in JSON, and behind it the entries one after the other. */
export function encodeIndexFile({ stamp, entries }: IndexFile): Uint8Array {
  const all = [...entries];
  const head = new TextEncoder().encode(
    JSON.stringify({ stamp, entries: all.map(([key, bytes]) => [key, bytes.length]) }),
  );
  const file = new Uint8Array(4 + head.length + all.reduce((sum, [, { length }]) => sum + length, 0));
  new DataView(file.buffer).setUint32(0, head.length, true);
  file.set(head, 4);
  let at = 4 + head.length;
  for (const [, bytes] of all) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** Null where the bytes are nothing that `encodeIndexFile` has made. The entries are looked at when they are needed. */
export function decodeIndexFile(file: Uint8Array): IndexFile | null {
  try {
    const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
    const head: unknown = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length)));
    if (!isHead(head)) return null;
    const entries = new Map<string, Uint8Array>();
    let at = 4 + length;
    for (const [key, size] of head.entries) {
      entries.set(key, file.subarray(at, at + size));
      at += size;
    }
    return at === file.length ? { stamp: head.stamp, entries } : null;
  } catch {
    return null;
  }
}

/** An index as bytes: their hash, three lengths, the numbers, and the posts as JSON. */
export function encodeIndex({ posts, numbers, mentions, lines }: PackedIndex): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(posts));
  const bytes = new Uint8Array(HEAD + numbers.byteLength + json.length);
  const view = new DataView(bytes.buffer);
  [numbers.length, mentions, lines].forEach((number, i) => view.setUint32(HASH + 4 * i, number, true));
  bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), HEAD);
  bytes.set(json, HEAD + numbers.byteLength);
  bytes.set(new TextEncoder().encode(contentHash(bytes.subarray(HASH))), 0);
  return bytes;
}

/** Null where the bytes are damaged. */
export function decodeIndex(bytes: Uint8Array): PackedIndex | null {
  if (bytes.length < HEAD || new TextDecoder().decode(bytes.subarray(0, HASH)) !== contentHash(bytes.subarray(HASH)))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, mentions, lines] = [0, 4, 8].map((at) => view.getUint32(HASH + at, true));
  const behind = HEAD + 4 * (count ?? 0);
  // A copy, since numbers must lie at a multiple of four; not by `slice`, which copies nothing of a Buffer, as Node's hosts read it.
  const numbers = new Int32Array(new Uint8Array(bytes.subarray(HEAD, behind)).buffer);
  // Whoever made the hash right has made the rest right too.
  const posts = JSON.parse(new TextDecoder().decode(bytes.subarray(behind))) as PostFile | null;
  return { posts, numbers, mentions: mentions ?? 0, lines: lines ?? 0 };
}

/** The bytes of the hash, and of all that stands before the numbers. */
const HASH = 16;
const HEAD = HASH + 12;

function isHead(head: unknown): head is { stamp: string; entries: [string, number][] } {
  if (typeof head !== 'object' || head === null || !('stamp' in head) || !('entries' in head)) return false;
  const isEntry = (entry: unknown) =>
    Array.isArray(entry) && typeof entry[0] === 'string' && Number.isInteger(entry[1]) && Number(entry[1]) >= 0;
  return typeof head.stamp === 'string' && Array.isArray(head.entries) && head.entries.every(isEntry);
}
