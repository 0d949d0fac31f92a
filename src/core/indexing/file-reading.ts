import type { Matcher } from '../match';
import { decodeText } from '../text/lines';
import { contentHash } from './content-hash';
import type { FileMark } from './file-mark';
import { packedIndex, type PackedIndex, type TextIndex, type Wanted } from './text-index';

/** A file that is to be read and indexed. */
export interface FileTask extends Wanted {
  /** The hash of the content of which posts and lines are known already; null where none are. */
  readonly known: string | null;
  /** The file's bytes, for where the thread that indexes cannot read files: null where there is none to be read. */
  bytes(): Promise<Uint8Array | null>;
}

/** A file's content as it goes from one thread to another. */
export interface FileContent {
  readonly bytes: Uint8Array;
  /** What the file system told when it was read; null where there is none, or where the file was being written. */
  readonly mark: FileMark | null;
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number;
}

/** What was read of a file. */
export interface FileReading<Index = TextIndex> extends Omit<FileContent, 'bytes'> {
  /** The hash of its bytes; see `contentHash`. */
  readonly hash: string;
  /** Null where the content is the known one, and no mentions of it were asked for. Has the mentions alone where only they were. */
  readonly index: Index | null;
  /** Whether the bytes are a text. */
  readonly isText: boolean;
  /** The bytes, where whoever asked has sent them along; they come back. */
  readonly bytes: Uint8Array | null;
}

/**
 * Reads a text out of a file's bytes. Content that is not the known one is read as a whole, whatever was asked for. This is the work that
 * a worker does.
 */
export function readContent(
  { path, format, mentionsOnly, known }: Omit<FileTask, 'bytes'>,
  { bytes, mark, readAt }: FileContent,
  matcher: Matcher,
): FileReading<PackedIndex> {
  const hash = contentHash(bytes);
  const same = hash === known;
  const reading = { hash, mark, readAt, index: null, isText: true, bytes: null };
  if (same && !mentionsOnly) return reading;
  const text = decodeText(bytes);
  if (text === null) return { ...reading, isText: false };
  return { ...reading, index: packedIndex({ text, path, format, mentionsOnly: same }, matcher) };
}
