/** The namespace of all names that Postgloss gives to things in other tools' files. Never to be changed: files of today hold its names. */
const NAMESPACE = [0x6f, 0x1d, 0x6f, 0x0a, 0x5c, 0x1e, 0x4b, 0x57, 0x9d, 0x3a, 0x70, 0x6f, 0x73, 0x74, 0x67, 0x6c];

/**
 * The UUID of a thing by its name, as RFC 9562 describes version 5: the same on any day and in any checkout.
 *
 * @param parts of the name, such as a kind, a path and an id
 */
export function uuidOf(...parts: readonly string[]): string {
  const bytes = sha1(Uint8Array.from([...NAMESPACE, ...new TextEncoder().encode(parts.join('\0'))])).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The hash SHA-1 (FIPS 180-4), 20 bytes. The Web's own is asynchronous. It names things here, and guards nothing. */
export function sha1(content: Uint8Array): Uint8Array {
  const length = ((content.length + 8) >> 6) * 64 + 64;
  const padded = new Uint8Array(length);
  padded.set(content);
  padded[content.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(content.length / 2 ** 29));
  view.setUint32(length - 4, (content.length << 3) >>> 0);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let at = 0; at < length; at += 64) {
    for (let i = 0; i < 80; i++) {
      const earlier = (back: number) => words[i - back] ?? 0;
      words[i] = i < 16 ? view.getInt32(at + 4 * i) : rotated(earlier(3) ^ earlier(8) ^ earlier(14) ^ earlier(16), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (const [i, word] of words.entries()) {
      const next = (rotated(a, 5) + mixed(i, b, c, d) + e + word + (ROUNDS[Math.floor(i / 20)] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    for (const [i, value] of [a, b, c, d, e].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
  }
  const hash = new DataView(new ArrayBuffer(20));
  for (const [i, value] of state.entries()) hash.setInt32(4 * i, value);
  return new Uint8Array(hash.buffer);
}

const ROUNDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round < 20) return (b & c) | (~b & d);
  return round >= 40 && round < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}
