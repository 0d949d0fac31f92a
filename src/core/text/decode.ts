import { decodeChange, type Decoded } from './decode-change';

/** The large files that were decoded last, latest first: they are read again before and after each change of them. */
const latest: Decoded[] = [];
const MOST_KEPT = 3;

/** Smaller files are decoded in a millisecond. In bytes. */
const LARGE = 500_000;

/**
 * The text of a file as an editor shows it: decoded as UTF-8, without its byte order mark, line endings kept.
 * Returns null when the bytes are not UTF-8, or hold a NUL as binary files do.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.length < LARGE) return decodeWhole(bytes);
  for (const known of latest) {
    const text = decodeChange(known, bytes);
    if (text !== null) return text === known.text ? text : keep(bytes, text, known);
  }
  const text = decodeWhole(bytes);
  return text === null ? null : keep(bytes, text, latest[MOST_KEPT - 1]);
}

/** Keeps a text for later decodings. The bytes are copied, as the caller may write into them. */
function keep(bytes: Uint8Array, text: string, instead: Decoded | undefined): string {
  const others = latest.filter((known) => known !== instead);
  latest.splice(0, latest.length, { bytes: bytes.slice(), text }, ...others);
  return text;
}

function decodeWhole(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Why bytes are no text, as a sentence without its full stop: `It is not UTF-8 text: the byte FF at 12 in line 3`. Positions of bytes
 * count from 0, lines from 1. Call it where `decodeText` answers null.
 */
export function whyNoText(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  const wrong = firstNotUtf8(bytes);
  const at = wrong < 0 || (nul >= 0 && nul < wrong) ? nul : wrong;
  if (at < 0) return 'It is too large to be decoded';
  let line = 1;
  for (let i = bytes.indexOf(10); i >= 0 && i < at; i = bytes.indexOf(10, i + 1)) line++;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const what = at === nul ? 'It is no text: a NUL' : `It is not UTF-8 text: the byte ${byte}`;
  return `${what} at ${at}, in line ${line}`;
}

/** The place of the first byte that no UTF-8 text has there; -1 where there is none. */
function firstNotUtf8(bytes: Uint8Array): number {
  const decodes = (end: number) => {
    try {
      // A character that the end cuts off waits for its rest.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  if (decodes(bad)) return lastStart(bytes);
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  // The character that the wrong byte cuts off is wrong as a whole.
  const start = lastStart(bytes.subarray(0, bad - 1));
  return start < 0 ? bad - 1 : start;
}

/** Where a character begins that the end of the bytes cuts off; -1 where none is cut off. */
function lastStart(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return -1;
    if (byte >= 0xc0) return at + (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) > bytes.length ? at : -1;
  }
  return -1;
}
