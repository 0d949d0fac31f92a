import { decodeText, whyNoText } from './decode';

/**
 * The name that the WHATWG standard gives to the encoding with a label, in lower case: `windows-1252` for `latin1`. Null for a label that
 * it does not know, and for encodings that nobody may read (`iso-2022-kr`).
 *
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/**
 * The text of a file that belongs to other people, as an editor shows it: without its byte order mark, line endings kept. A byte order mark
 * (UTF-8, UTF-16) says how the file is written; without one, the given encoding does; and without that, it is UTF-8. Our own files are
 * UTF-8 always, see `decodeText`.
 *
 * @param encoding a name of `encodingNamed`; UTF-8 where it is left out
 * @returns null when the bytes do not fit, or hold a NUL as binary files do
 */
export function decodeAs(bytes: Uint8Array, encoding?: string): string | null {
  const name = encodingOf(bytes, encoding);
  if (name === UTF_8) return decodeText(bytes);
  try {
    const decoded = new TextDecoder(name, { fatal: true }).decode(bytes);
    const text = name === 'windows-1252' ? withoutControls(decoded) : decoded;
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/**
 * Why bytes are no text in an encoding, as a sentence without its full stop: `It is not UTF-16LE text: line 3 cannot be read`. Call it where
 * `decodeAs` answers null.
 */
export function whyNotAs(bytes: Uint8Array, encoding?: string): string {
  const name = encodingOf(bytes, encoding);
  if (name === UTF_8) return whyNoText(bytes);
  const wrong = /[\0\ufffd]/.exec(new TextDecoder(name).decode(bytes));
  const shown = name.startsWith('utf') ? name.toUpperCase() : name;
  if (!wrong) return `It is not ${shown} text, or too large to be decoded`;
  const line = wrong.input.slice(0, wrong.index).split(/\r\n?|\n/).length;
  return wrong[0] === '\0'
    ? `It is no text: a NUL in line ${line}`
    : `It is not ${shown} text: line ${line} cannot be read`;
}

/**
 * A text with the characters of windows-1252 in the place of control characters that no text has, U+0080 to U+009F: several versions of Node
 * decode windows-1252 as ISO-8859-1 (from 20.18.3 on, and from 22.13.0), which has those there.
 *
 * @see https://github.com/nodejs/node/issues/60888
 */
export function withoutControls(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => OF_CONTROLS.charAt(control.charCodeAt(0) - 0x80));
}

/** See https://encoding.spec.whatwg.org/index-windows-1252.txt. Five have no character there. */
const OF_CONTROLS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const UTF_8 = 'utf-8';

/** The encoding in which a file is read: that of its byte order mark, or else the given one. */
function encodingOf(bytes: Uint8Array, encoding?: string): string {
  const mark = MARKS.find(([, ...signs]) => signs.every((sign, i) => bytes[i] === sign));
  return mark?.[0] ?? encoding ?? UTF_8;
}

/** The byte order marks; see https://encoding.spec.whatwg.org/#bom-sniff. */
const MARKS: readonly (readonly [name: string, ...bytes: number[]])[] = [
  [UTF_8, 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];
