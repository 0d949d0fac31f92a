// Text of other programs as the files of an archive hold it. What people see stays; what nobody sees goes.

/**
 * A text on one line: white space collapsed, without controls and invisible characters. Joiners inside words (U+200C, U+200D) stay, as
 * they spell words.
 */
export function cleanLine(text: string): string {
  return text
    .slice(0, LONGEST_SOURCE)
    .replace(MISREAD, meant)
    .replace(/\s+/gu, ' ')
    .replace(HIDDEN, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** No line of a header is longer before it is cleaned. In UTF-16 code units. */
const LONGEST_SOURCE = 20_000;

/**
 * A text of many lines: line ends as `\n`, no-break spaces as spaces, without controls and invisible characters, without white space at the
 * ends of lines, with at most one blank line in a row, and with no blank line at either end.
 */
export function cleanBody(text: string): string {
  const lines: string[] = [];
  const plain = text
    .replace(MISREAD, meant)
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\u00a0', ' ');
  for (const line of plain.replace(HIDDEN_IN_LINES, '').split('\n')) {
    const kept = line.trimEnd();
    if (kept !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(kept);
  }
  if (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

/**
 * Controls, the soft hyphen, zero-width spaces, directional marks and overrides, the byte order mark, what is no character, and halves of
 * surrogate pairs.
 */
const INVISIBLE = '\\u007f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff';
const HIDDEN = new RegExp(`[\\u0000-\\u001f${INVISIBLE}]|\\p{Cs}`, 'gu');
/** The same, but for tabs and line feeds. */
const HIDDEN_IN_LINES = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f${INVISIBLE}]|\\p{Cs}`, 'gu');

/**
 * Controls that nobody writes: where they stand in a text, its bytes were windows-1252 and read as Latin 1. The decoders of some versions of
 * Node do so, and pages that write `&#146;` mean the same (HTML, “numeric character reference end state”).
 */

const MISREAD = /[\u0080-\u009f]/g;
/** The characters of windows-1252 from 0x80 to 0x9f; a space for none. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function meant(control: string): string {
  return WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80).trim();
}

/**
 * A name of a person or a publication, on one line, without addresses of mail: those are private. Also without what a reader of front
 * matter takes off, the word “by” and the brackets of wiki links. Null where nothing is left.
 */
export function cleanName(name: string | null | undefined): string | null {
  let plain = cleanLine(name ?? '');
  // What is taken off may leave something to be taken off: `by by Mara`.
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = stripped(plain.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, ''));
  }
  return /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}

/** Only ever shorter. */
function stripped(name: string): string {
  const bare = name
    .replace(ADDRESS, ' ')
    .replace(/\[\[(?:[^\]|]{0,200}\|)?|\]\]/g, ' ')
    .replace(/<\s*>|"\s*"|\(\s*\)/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^["'<>,; ]+|["'<>,; ]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/^by +/i, '');
  return readable(bare).trim();
}

/** In UTF-16 code units. */
const LONGEST_NAME = 200;

/** `<jo@example.org>`, `jo@example.org`, and `jo at example.org` as archives of mailing lists spell it. */
const ADDRESS =
  /<[^<>\s]{0,200}@[^<>\s]{0,200}>|[^\s<>()"',;:]{1,200}@[^\s<>()"',;:]{1,200}|[\w.+-]{1,100} at [\w-]{1,100}(?:\.[\w-]{1,100}){1,9}/g;

/** The most signs in a value that may open a level of YAML. */
const MOST_SIGNS = 20;
const SIGNS = /[[\]{}]|[-?:](?=\s|$)/g;

/** A value without brackets and colons where it has so many that no guarded reader of YAML would take it. */
export function readable(line: string): string {
  const signs = line.match(SIGNS)?.length ?? 0;
  return signs <= MOST_SIGNS ? line : line.replace(SIGNS, ' ').replace(/ {2,}/g, ' ').trim();
}
