import { visible } from '../../core/text';

/**
 * A value as JSON, in which the characters that hide, move or reorder text on a terminal are written as escapes: those that `visible`
 * spells out, and all of their kinds. It means the same: parsing gives the value back.
 *
 * @param indent the spaces of each level; by default, all stands on one line
 */
export function jsonText(value: unknown, indent = 0): string {
  // `JSON.stringify` has escaped lone surrogates and the characters below U+0020 already. The line ends that are left are its own.
  return JSON.stringify(value, null, indent).replace(/[^\n\u0020-\u007e]/gu, (character) => {
    const known = ESCAPES.get(character);
    if (known !== undefined) return known;
    const isPlain = visible(character) === character && !FORMAT.test(character);
    const escape = isPlain ? character : escaped(character);
    if (ESCAPES.size < MOST) ESCAPES.set(character, escape);
    return escape;
  });
}

/** Controls, the invisible characters that format a text, and the separators of lines and paragraphs. */
const FORMAT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** How characters are written, as asking for each of them takes long. */
const ESCAPES = new Map<string, string>();

/** How many are remembered. */
const MOST = 10_000;

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }).join('');
}
