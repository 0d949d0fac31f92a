import { contentHash } from '../indexing/content-hash';
import { decodeAs } from '../text/encodings';

/** A text that is not in memory. It is read for queries that its index cannot answer. */
export interface StoredText {
  /** Of the bytes; see `contentHash`. */
  readonly hash: string;
  /**
   * Reads the text. `expected` says whether the content still has the hash: places that were found in it count only then. A file that is
   * gone, or no text any more, gives an empty text.
   */
  read(): { readonly text: string; readonly expected: boolean };
  /** Reads the bytes; null where the file is gone. */
  bytes(): Uint8Array | null;
}

/**
 * A text that is read from its bytes.
 *
 * @param encoding see `decodeAs`
 * @param bytes reads the disk, or gives bytes that are in memory, where they take less room than the text
 */
export function storedText(hash: string, encoding: string | undefined, bytes: () => Uint8Array | null): StoredText {
  const stored: StoredText = {
    hash,
    bytes,
    read() {
      const known = recent.get(stored);
      if (known !== undefined) return { text: known, expected: true };
      const now = bytes();
      if (!now) return { text: '', expected: false };
      const expected = contentHash(now) === hash;
      const text = decodeAs(now, encoding) ?? '';
      if (expected) remember(stored, text);
      return { text, expected };
    },
  };
  return stored;
}

/** The last texts that were read, the latest last: most texts are asked for several times in a row. */
const recent = new Map<StoredText, string>();
let length = 0;

/** How many code units are kept in all. The text that was read last is kept however long it is. */
const MOST = 4_000_000;

function remember(stored: StoredText, text: string): void {
  recent.set(stored, text);
  length += text.length;
  for (const [oldest, other] of recent) {
    if (length <= MOST || recent.size === 1) break;
    recent.delete(oldest);
    length -= other.length;
  }
}
