/**
 * Writes a string as a YAML scalar that every reader, of YAML 1.1 and of 1.2 alike, reads back as that string. One line is never
 * folded. Text of several lines becomes a literal block (`|-`) whose lines begin with `indent` spaces.
 */
export function writeScalar(value: string, indent: number, eol: string): string {
  if (!isBlock(value)) return writeInline(value);
  const lines = value.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  return `|-${eol}${lines.join(eol)}`;
}

/** Writes a string as a scalar of one line: bare where every reader reads it so, else in quotation marks. */
export function writeInline(value: string): string {
  return isPlain(value) ? value : writeQuoted(value);
}

/**
 * Writes a key. Words stand bare, `on` too, though a reader of YAML 1.1 takes it for `true`: people write records by hand, and would not
 * think of the quotation marks.
 */
export function writeKey(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) ? key : writeInline(key);
}

/**
 * Whether the string may stand bare: it begins and ends with a letter or digit, holds nothing that YAML gives a meaning to, and is no
 * word or number of YAML 1.1 (which reads `no` as false, `12:30` as 750 and `2026-11-22` as a date).
 */
function isPlain(value: string): boolean {
  return PLAIN.test(value) && !/: | #/.test(value) && !WORDS.has(value.toLowerCase()) && !NUMBER_OR_DATE.test(value);
}

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,;:!?'"“”‘’„«»()/&+=_–—…@%*#-]*[\p{L}\p{M}\p{N}.!?)”’»…])?$/u;
const WORDS = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf']);
// Everything of digits and the signs of numbers, dates and times; wider than any one reader's rule. Some take `e1` for a number too.
const NUMBER_OR_DATE = /^(?:[\d.][\d_.,:+\-a-fxobtz ]*|e[+-]?\d[\d_]*)$/i;

/** Whether a literal block can hold it: several lines, none of them blank-ended, the first not indented, and only printable characters. */
function isBlock(value: string): boolean {
  return (
    value.includes('\n') && !/^[ \t\n]|[ \t]$|\n$/m.test(value.replace(/\n{2,}/g, '\n')) && !UNPRINTABLE.test(value)
  );
}

// All but LF that YAML, or some reader of it, does not take as it stands: controls, other line ends, the byte order mark, half pairs.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

function writeQuoted(value: string): string {
  const escaped = value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
  return `"${escaped.replace(new RegExp(UNPRINTABLE, 'gu'), escapeUnit)}"`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
