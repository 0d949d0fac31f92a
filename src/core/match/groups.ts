import { lowerBound } from '../sorted';

/**
 * Groups of characters that make words together. Unicode’s rules for word boundaries (UAX 29) are the model, with two differences: a script
 * that puts no space between words has a boundary beside each of its characters, where UAX 29 asks for a dictionary; and two scripts side by
 * side, as in "Twitter上" or "PKK를", are two words.
 */
export const Group = {
  /** No part of a word. */
  NONE: 0,
  /** Belongs to the character before it, and to that one’s group. */
  JOINED: 1,
  /** Digits, the underscore and letters of no script: they make one word with the letters of any spaced script. */
  COMMON: 2,
  /** Scripts that put no space between words, such as Chinese characters, kana, Thai and Burmese. */
  UNSPACED: 3,
  LATIN: 4,
  CYRILLIC: 5,
  GREEK: 6,
  ARABIC: 7,
  HEBREW: 8,
  HANGUL: 9,
  /** All scripts without a number of their own. Each of the numbers above it stands for one spaced script. */
  OTHER: 10,
} as const;

/** The first code point of each stretch of one group. Small scripts that never meet are one group. */
const STRETCHES = `
  0000 COMMON, 0041 LATIN, 005b COMMON, 0061 LATIN, 007b COMMON, 00c0 LATIN, 02b9 COMMON, 02e0 LATIN, 02ec COMMON, 0370 GREEK,
  0400 CYRILLIC, 0531 Armenian, 0591 HEBREW, 0600 ARABIC, 0700 Syriac, 0750 ARABIC, 0780 Thaana, 07c0 Nko, 0800 OTHER, 0860 Syriac,
  0870 ARABIC, 0900 Devanagari, 0980 Bengali, 0a00 Gurmukhi, 0a80 Gujarati, 0b00 Oriya, 0b80 Tamil, 0c00 Telugu, 0c80 Kannada,
  0d00 Malayalam, 0d80 Sinhala, 0e00 UNSPACED, 10a0 Georgian, 1100 HANGUL, 1200 Ethiopic, 13a0 Cherokee, 1400 Canadian_Aboriginal,
  1680 OTHER, 1780 UNSPACED, 1800 Mongolian, 18b0 Canadian_Aboriginal, 1900 OTHER, 1950 UNSPACED, 1b80 Sundanese, 1bc0 UNSPACED,
  1c00 OTHER, 1c80 CYRILLIC, 1c90 Georgian, 1cc0 Sundanese, 1cd0 COMMON, 1d00 LATIN, 1d26 GREEK, 1d2b LATIN, 1f00 GREEK, 2000 COMMON,
  2090 LATIN, 20a0 COMMON, 2160 LATIN, 2189 COMMON, 2c00 OTHER, 2c60 LATIN, 2c80 OTHER, 2d00 Georgian, 2d30 Tifinagh, 2d80 Ethiopic,
  2de0 CYRILLIC, 2e00 COMMON, 2e80 UNSPACED, 3000 COMMON, 3005 UNSPACED, 3131 HANGUL, 3190 UNSPACED, 3200 COMMON, 3400 UNSPACED,
  a4d0 OTHER, a640 CYRILLIC, a6a0 OTHER, a722 LATIN, a800 OTHER, a840 UNSPACED, a880 OTHER, a8e0 Devanagari, a900 OTHER, a930 UNSPACED,
  a960 HANGUL, a980 UNSPACED, aae0 Meetei_Mayek, ab01 Ethiopic, ab30 LATIN, ab70 Cherokee, abc0 Meetei_Mayek, ac00 HANGUL,
  f900 UNSPACED, fb00 LATIN, fb13 Armenian, fb1d HEBREW, fb50 ARABIC, fe20 COMMON, fe70 ARABIC, ff00 COMMON, ff21 LATIN, ff66 UNSPACED,
  ffa0 HANGUL, ffe0 COMMON, 10000 OTHER, 1aff0 UNSPACED, 1b170 OTHER, 1ccf0 COMMON, 1d800 OTHER, 1f100 COMMON, 20000 UNSPACED`;

const starts: number[] = [];
const groups: number[] = [];
const others: string[] = [];
for (const stretch of STRETCHES.split(',')) {
  const [start = '', name = ''] = stretch.trim().split(' ');
  const named = new Map<string, number>(Object.entries(Group)).get(name);
  if (named === undefined && !others.includes(name)) others.push(name);
  starts.push(Number.parseInt(start, 16));
  groups.push(named ?? Group.OTHER + 1 + others.indexOf(name));
}

/** The group that a code point has if it is a letter, a mark or a number; all others have none. */
export function groupOfPoint(point: number): number {
  return groups[lowerBound(starts, point + 1) - 1] ?? Group.COMMON;
}

/** Calls back with each stretch of code units of one group: its first unit, and the unit behind its last. */
export function eachStretch(call: (from: number, to: number, group: number) => void): void {
  starts.forEach((start, i) => {
    if (start <= 0xffff) call(start, Math.min(starts[i + 1] ?? Infinity, 0x10000), groups[i] ?? Group.COMMON);
  });
}
