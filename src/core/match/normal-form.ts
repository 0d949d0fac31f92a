/**
 * Ranges of code units, first and last included: all characters that normalization can change or join to the character before them, and
 * few others that are frequent in Western texts. A text without any of them is in composed form (NFC).
 */
export const UNSTABLE: readonly (readonly [from: number, to: number])[] = [
  [0x00ad, 0x00ad], // The soft hyphen, which normalization keeps and `compose` leaves out. It does so with the next three stretches, too.
  [0x0300, 0x0374], // Combining marks, and a Greek sign that is the double of another character.
  [0x037e, 0x0387], // Two more such signs.
  [0x0483, 0x1dff], // From Cyrillic marks on. Latin Extended Additional, which follows, is stable.
  [0x1f00, 0x2001], // Greek with accents, and two spaces.
  [0x200b, 0x200f], // Invisible characters.
  [0x202a, 0x202e], // Marks of direction.
  [0x2060, 0x206f], // More of both.
  [0x20d0, 0x212b], // More marks, and unit signs that are letters.
  [0x2329, 0x232a], // Brackets.
  [0x2adc, 0x2adc], // A forked sign.
  [0x2cef, 0x33ff], // Coptic to Japanese. Chinese characters, which follow, are stable.
  [0xa66f, 0xabff], // Other scripts. Hangul syllables, which follow, are stable.
  [0xd7a4, 0xd83b], // Parts of Hangul syllables, and first halves of surrogate pairs. The first halves of emoji, which follow, are stable.
  [0xd83f, 0xdbff], // The rest of the first halves.
  [0xf900, 0xffff], // Compatibility characters, and marks again.
];
const escape = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;

/** Matches a unit that normalization may change. */
export const MAY_CHANGE = new RegExp(`[${UNSTABLE.map(([from, to]) => `${escape(from)}-${escape(to)}`).join('')}]`);
