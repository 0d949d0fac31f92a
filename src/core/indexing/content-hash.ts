/**
 * A hash of 64 bits that tells contents apart, as 16 hexadecimal digits. It is quick and not cryptographic: an author could write two
 * texts with one hash, and would then see the mentions of one in the other. A text is hashed by its code units, and its hash is the same
 * on every machine. Bytes are hashed by four at a time in the machine's own byte order, so that their hashes count on one machine only.
 *
 * Two hashes side by side that rotate, add and multiply as FxHash does, each mixed at the end as MurmurHash3 does.
 */
export function contentHash(content: string | Uint8Array): string {
  return typeof content === 'string' ? hashUnits(content) : hashBytes(content);
}

function hashUnits(text: string): string {
  let [a, b] = START;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(((a << 5) | (a >>> 27)) ^ unit, FACTOR_A);
    b = Math.imul(((b << 13) | (b >>> 19)) ^ unit, FACTOR_B);
  }
  return finished(a, b, text.length);
}

function hashBytes(bytes: Uint8Array): string {
  // An Int32Array must begin at a multiple of four; a part of a larger buffer may not.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let [a, b] = START;
  // An index, as an iterator takes three times as long.
  let at = 0;
  while (at < words.length) {
    const word = words[at++] ?? 0;
    a = Math.imul(((a << 5) | (a >>> 27)) ^ word, FACTOR_A);
    b = Math.imul(((b << 13) | (b >>> 19)) ^ word, FACTOR_B);
  }
  for (let i = words.length * 4; i < aligned.length; i++) {
    const byte = aligned[i] ?? 0;
    a = Math.imul(((a << 5) | (a >>> 27)) ^ byte, FACTOR_A);
    b = Math.imul(((b << 13) | (b >>> 19)) ^ byte, FACTOR_B);
  }
  return finished(a, b, bytes.length);
}

/** The starts are those of FNV-1a and of a common MurmurHash seed; the factors are odd, so that no bit is lost by multiplying. */
const START: readonly [number, number] = [0x811c9dc5 | 0, 0x9747b28c | 0];
const FACTOR_A = 0x27220a95;
const FACTOR_B = 0x9e3779b1;

function finished(a: number, b: number, length: number): string {
  return hex(mixed(a ^ length)) + hex(mixed(b ^ Math.imul(length, FACTOR_A)));
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
