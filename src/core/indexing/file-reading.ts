import type { Matcher } from '../match';
import { decodeAs } from '../text/encodings';
import { contentHash } from './content-hash';
import type { FileMark } from './file-mark';
import { packedIndex, type PackedIndex, type TextIndex, type Wanted } from './text-index';

/** The task to read and index a file. */
export interface FileTask extends Wanted {
  /** See `decodeAs`. */
  readonly encoding?: string;
  /** The hash of the content whose posts and lines are known already; null where there is none. */
  readonly known: string | null;
  /** Gives the file's bytes where the indexing thread cannot read files itself; null where there is no such file. */
  bytes(): Promise<Uint8Array | null>;
}

/** A file's content as it goes from one thread to another. */
export interface FileContent {
  readonly bytes: Uint8Array;
  /** The file's mark when it was read; null where the file system gives none, or where the file was being written. */
  readonly mark: FileMark | null;
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number;
}

/** The result of indexing a file. */
export interface FileReading<Index = TextIndex> extends Omit<FileContent, 'bytes'> {
  /** The hash of its bytes; see `contentHash`. */
  readonly hash: string;
  /** Null where the content is the known one, and no mentions were asked for. Has mentions alone where only they were asked for. */
  readonly index: Index | null;
  /** Whether the bytes are a text. */
  readonly isText: boolean;
  /** The bytes that came with the task; null where the indexing thread has read the file itself. */
  readonly bytes: Uint8Array | null;
}

/**
 * Indexes the text in a file's bytes. This is the work of a worker. Content that is not the known one is indexed as a whole, also where
 * only mentions were asked for.
 */
export function readContent(
  { path, format, encoding, mentionsOnly, known }: Omit<FileTask, 'bytes'>,
  { bytes, mark, readAt }: FileContent,
  matcher: Matcher,
): FileReading<PackedIndex> {
  const hash = contentHash(bytes);
  const same = hash === known;
  const reading = { hash, mark, readAt, index: null, isText: true, bytes: null };
  if (same && !mentionsOnly) return reading;
  const text = decodeAs(bytes, encoding);
  if (text === null) return { ...reading, isText: false };
  return { ...reading, index: packedIndex({ text, path, format, mentionsOnly: same }, matcher) };
}
