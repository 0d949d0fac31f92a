/**
 * A hash of 64 bits that tells contents apart, as 16 hexadecimal digits. It is quick and no secret: whoever writes a text could find
 * another with the same hash, and would see the mentions of the one in the other.
 *
 * Two FNV-1a hashes side by side, the second with another start and factor, each mixed at the end as MurmurHash3 does.
 */
export function contentHash(content: string | Uint8Array): string {
  let a = 0x811c9dc5 | 0;
  let b = 0x9747b28c | 0;
  const { length } = content;
  if (typeof content === 'string') {
    for (let i = 0; i < length; i++) {
      const unit = content.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
    }
  } else {
    for (const byte of content) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b);
    }
  }
  return hex(mixed(a ^ length)) + hex(mixed(b ^ length));
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
