import { FORMATS_VERSION } from '../posts/formats';
import { contentHash } from './content-hash';
import type { FileMark } from './file-mark';
import type { PackedIndex } from './text-index';

/** The index of one file as it is saved, with everything that it depends on. */
export interface KeptIndex {
  readonly path: string;
  readonly format: string;
  /** The hash of the file's bytes. */
  readonly hash: string;
  /** The file's mark when its bytes were read, and when that was, in milliseconds since 1970; see `isUntouched`. */
  readonly mark: FileMark | null;
  readonly readAt: number;
  /** Identifies the spellings by which the mentions were found; see `stampOf`. */
  readonly stamp: string;
  readonly index: PackedIndex;
}

/** A saved index whose numbers have not been read yet. */
export interface FoundIndex extends Omit<KeptIndex, 'index'> {
  /** Reads the numbers; null where they are damaged. They lie in the memory of the whole file, and are not copied. */
  open(): PackedIndex | null;
}

/** Raise it when the matcher finds other mentions, or when this file is laid out otherwise. */
const LAYOUT = 4;

/** A saved file of another version counts as missing. Each format of posts has a version of its own in `FORMATS`. */
const VERSION = Number.parseInt(contentHash(`${LAYOUT} ${FORMATS_VERSION}`).slice(0, 8), 16);

/** The first bytes of such a file: `PGIX`. */
const MAGIC = 0x58494750;

/** The bytes before the head: magic, version, length of the file and of the head, hash of the head. */
const START = 32;

/**
 * Packs indexes into one file: a head in JSON with an entry for each, and behind it their numbers and words, each part at a multiple of
 * four. Hashes tell damage: a file that was cut or overwritten counts as missing, and so does a damaged entry.
 *
 * @param pause awaited before each entry
 */
export async function encodeIndexFile(
  entries: readonly KeptIndex[],
  pause: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const heads: Head[] = [];
  for (const { path, format, hash, mark, readAt, stamp, index } of entries) {
    await pause();
    const { numbers, mentions, lines, words } = index;
    const body = new Uint8Array(numbers.byteLength + padded(words?.length ?? 0));
    body.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    if (words) body.set(words, numbers.byteLength);
    const marked = mark && ([mark.size, mark.written, mark.touched, mark.number] as const);
    const counts = [numbers.length, mentions, lines, words?.length ?? 0] as const;
    heads.push([path, format, hash, stamp, marked, readAt, contentHash(body), counts]);
    parts.push(body);
  }
  const head = new TextEncoder().encode(JSON.stringify(heads));
  const bodyAt = START + padded(head.length);
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, bodyAt));
  const view = new DataView(file.buffer);
  [MAGIC, VERSION, file.length, head.length].forEach((number, i) => view.setUint32(4 * i, number, true));
  file.set(new TextEncoder().encode(contentHash(head)), 16);
  file.set(head, START);
  let at = bodyAt;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** The entries of a file; none where this version of `encodeIndexFile` has not made it. */
export function decodeIndexFile(given: Uint8Array): FoundIndex[] {
  // An Int32Array must begin at a multiple of four; a part of a larger buffer may not.
  const file = given.byteOffset % 4 === 0 && given.buffer instanceof ArrayBuffer ? given : new Uint8Array(given);
  if (file.length < START) return [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [magic, version, length, headLength] = [0, 4, 8, 12].map((at) => view.getUint32(at, true));
  if (magic !== MAGIC || version !== VERSION || length !== file.length || headLength === undefined) return [];
  const bytes = file.subarray(START, START + headLength);
  if (new TextDecoder().decode(file.subarray(16, START)) !== contentHash(bytes)) return [];
  const heads = readHeads(bytes);
  const found: FoundIndex[] = [];
  let at = START + padded(headLength);
  for (const [path, format, hash, stamp, mark, readAt, sum, counts] of heads ?? []) {
    const from = at;
    at += 4 * counts[0] + padded(counts[3]);
    const to = at;
    const marked = mark && { size: mark[0], written: mark[1], touched: mark[2], number: mark[3] };
    const open = () => openEntry(file.subarray(from, to), sum, counts);
    found.push({ path, format, hash, stamp, mark: marked, readAt, open });
  }
  return at === file.length ? found : [];
}

function openEntry(body: Uint8Array, sum: string, [count, mentions, lines, words]: Head[7]): PackedIndex | null {
  if (body.length !== 4 * count + padded(words) || 3 * mentions + 2 * lines > count) return null;
  if (contentHash(body) !== sum) return null;
  const buffer = body.buffer as ArrayBuffer;
  return {
    numbers: new Int32Array(buffer, body.byteOffset, count),
    mentions,
    lines,
    words: words > 0 ? new Uint8Array(buffer, body.byteOffset + 4 * count, words) : null,
  };
}

/**
 * An entry of the head: path, format, hash and stamp; the mark's size, times and number; when the file was read; the hash of the body; and
 * the counts of numbers, mentions, lines and bytes of words.
 */
type Head = readonly [
  path: string,
  format: string,
  hash: string,
  stamp: string,
  mark: readonly [number, number, number, number] | null,
  readAt: number,
  sum: string,
  counts: readonly [number, number, number, number],
];

function readHeads(bytes: Uint8Array): readonly Head[] | null {
  try {
    const heads: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(heads) && heads.every(isHead) ? heads : null;
  } catch {
    return null;
  }
}

function isHead(head: unknown): head is Head {
  if (!Array.isArray(head) || head.length !== 8) return false;
  const [path, format, hash, stamp, mark, readAt, sum, counts] = head as unknown[];
  const areTexts = [path, format, hash, stamp, sum].every((one) => typeof one === 'string');
  const areNumbers = (all: unknown) =>
    Array.isArray(all) && all.length === 4 && all.every((one) => Number.isFinite(one));
  const areCounts = areNumbers(counts) && (counts as number[]).every((one) => Number.isInteger(one) && one >= 0);
  return areTexts && typeof readAt === 'number' && (mark === null || areNumbers(mark)) && areCounts;
}

/** The next multiple of four. */
function padded(length: number): number {
  return (length + 3) & ~3;
}
