import type { Refused } from '../result';
import { quoted } from '../text/visible';

/**
 * The id that a name suggests: lower case, marks dropped, apostrophes dropped, everything else that is no letter or digit a hyphen.
 * `Qasem Soleimani` gives `qasem-soleimani`, `Marja’iyah` gives `marjaiyah`. Names in other scripts keep their letters.
 *
 * @param taken ids that are in use; a taken one gets `-2`, `-3`, …
 */
export function suggestId(name: string, taken: ReadonlySet<string> = new Set()): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/['’‘ʼ`´]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      // Composed again, as letters of Hangul come apart with the marks.
      .normalize('NFC')
      .slice(0, 60)
      .replace(/-+$|[\ud800-\udbff]$/, '') || 'entity';
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** Refuses what cannot be the id of an entity. */
export function refuseEntityId(id: string): Refused | null {
  return isId(id) ? null : { ok: false, why: `${quoted(id)} cannot be an id. Use letters, digits and hyphens.` };
}

/** Refuses what cannot be the id of a tag. */
export function refuseTagId(id: string): Refused | null {
  const why = `${quoted(id)} cannot be a tag. Use letters, digits, hyphens, and “/” for kinds.`;
  return isId(id) ? null : { ok: false, why };
}

/** Whether a text can be an id: letters, digits, `.`, `_`, `-`, and `/` between parts. No spaces, nothing invisible. */
export function isId(text: string): boolean {
  return (
    text.length <= 120 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*)*$/u.test(text)
  );
}

/** A new id for an annotation: eight characters of an alphabet without look-alikes, of which the first is a letter. */
export function newAnnotationId(random: (count: number) => Uint8Array = randomBytes): string {
  const bytes = random(8);
  // 32 characters, so that the low five bits of a byte choose evenly. Two of 10,000 ids collide with a chance of 1 in 10,000.
  const alphabet = 'ghjkmnpqrstvwxyz0123456789abcdef';
  return Array.from(bytes, (byte, i) => alphabet[i === 0 ? byte & 15 : byte & 31] ?? 'g').join('');
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
