import { contentHash } from '../indexing/content-hash';
import { decodeText } from '../text/lines';

/** A text that nobody has in memory: it is read when something is asked that its index cannot tell. */
export interface StoredText {
  /** Of the bytes; see `contentHash`. */
  readonly hash: string;
  /**
   * The text as it is now. Each reading is verified: `expected` says whether the content is the one with the hash, so that places in it are
   * right. A text that is gone, or is none any more, is empty.
   */
  read(): { readonly text: string; readonly expected: boolean };
  /** The bytes as they are now; null where there are none any more. */
  bytes(): Uint8Array | null;
}

/** A text whose bytes can be had in any moment: from the disk, or from memory, where they take less than the text would. */
export function storedText(hash: string, bytes: () => Uint8Array | null): StoredText {
  const stored: StoredText = {
    hash,
    bytes,
    read() {
      const known = recent.get(stored);
      if (known !== undefined) return { text: known, expected: true };
      const now = bytes();
      if (!now) return { text: '', expected: false };
      const expected = contentHash(now) === hash;
      const text = decodeText(now) ?? '';
      if (expected) remember(stored, text);
      return { text, expected };
    },
  };
  return stored;
}

/** The last texts that were read, the latest last: whoever asks for one mostly asks for it more than once. */
const recent = new Map<StoredText, string>();
let length = 0;

/** How many code units are remembered; the text that was read last is, however long. */
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
