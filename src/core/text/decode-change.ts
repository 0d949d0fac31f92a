/** The bytes of a file, and the text that they are: UTF-8 without NUL, its byte order mark left out. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Decodes a file that differs from a known one in a small stretch: decodes the stretch alone, and takes the rest from the known text. That
 * is right as a character of UTF-8 depends on its own bytes only. Null where the files differ more, and where the bytes are no text.
 */
export function decodeChange({ bytes: old, text }: Decoded, bytes: Uint8Array): string | null {
  const shorter = Math.min(old.length, bytes.length);
  let front = 0;
  while (front < shorter && old[front] === bytes[front]) front++;
  if (front === old.length && front === bytes.length) return text;
  let back = 0;
  while (back < shorter - front && old[old.length - 1 - back] === bytes[bytes.length - 1 - back]) back++;
  // Where both begin alike, both have a byte order mark or neither has.
  if (front < MARK.length || bytes.length - front - back > MOST_CHANGED) return null;
  if (old.length - front - back > MOST_CHANGED) return null;
  // The ends of the stretch may lie inside a character.
  while (isInside(old[front])) front--;
  while (isInside(old[old.length - back])) back--;
  const changed = bytes.subarray(front, bytes.length - back);
  if (changed.includes(0)) return null;
  const start = countUnits(old, 0, front) - (isMarked(old) ? 1 : 0);
  const end = start + countUnits(old, front, old.length - back);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return text.slice(0, start) + decoder.decode(changed) + text.slice(end);
  } catch {
    return null;
  }
}

/** In bytes. More is decoded about as fast with the whole. */
const MOST_CHANGED = 100_000;

const MARK = [0xef, 0xbb, 0xbf];

function isMarked(bytes: Uint8Array): boolean {
  return MARK.every((byte, i) => bytes[i] === byte);
}

/** Whether a byte is one of a character's later bytes. */
function isInside(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** How many UTF-16 code units a stretch of whole characters has: one for each character, two for those of four bytes. */
function countUnits(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    units += ((byte & 0xc0) === 0x80 ? 0 : 1) + (byte >= 0xf0 ? 1 : 0);
  }
  return units;
}
