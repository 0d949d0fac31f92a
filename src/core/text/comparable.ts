import { lowerBound } from '../sorted';
import { advance, START } from './comparable-text';
import type { ComparableOffset, ComparableText, Offset } from './offset';
import type { ComparableSpan, Span } from './span';

/** A text in comparable form, with the way back to the original. */
export interface Comparable {
  readonly text: ComparableText;
  /** The original offset of a comparable offset. The length of `text` gives the length of the original. */
  original(offset: ComparableOffset): Offset;
  /** The original offset behind the character that ends at a comparable offset. White space that follows is not counted in. */
  endOf(offset: ComparableOffset): Offset;
  /** The first comparable offset at or behind an original offset. */
  from(offset: Offset): ComparableOffset;
  /** The original span of a comparable span: it ends where its last character does, as `endOf` says. */
  originalSpan(span: ComparableSpan): Span;
  /** The comparable span of an original span. */
  comparableSpan(span: Span): ComparableSpan;
  /** The paragraph around a comparable offset. Paragraphs are separated by blank lines. */
  paragraphAt(offset: ComparableOffset): ComparableSpan;
}

/**
 * Brings a text into comparable form, in which passages are compared. Copies of one text often differ in line endings, reflowed white
 * space, no-break spaces, curly or straight quotation marks, invisible characters (soft hyphens, joiners of letters, marks of direction, the
 * selector of emoji, the byte order mark), and composed or decomposed letters; their comparable forms are the same. A run of white space becomes one space. Costs one pass over the text; the map takes four bytes a
 * code unit.
 */
export function comparable(original: string): Comparable {
  // Most texts are composed already. The engine checks that much faster than a walk over the characters would.
  const composed = original.normalize('NFC') === original && !HIDDEN_SEAM.test(original);
  let units = new Uint16Array(original.length);
  let starts = new Int32Array(original.length);
  let length = 0;
  let inSpace = false;
  let lineEnds = 0;
  /** The comparable offsets of spaces that stand for a blank line. */
  const breaks: number[] = [];
  let at = 0;
  const put = (unit: number, from: number) => {
    units[length] = unit;
    starts[length++] = from;
  };
  while (at < original.length) {
    const folded = foldUnit(original.charCodeAt(at));
    if (folded === DROPPED) {
      at++;
      continue;
    }
    if (folded === SPACE) {
      if (!inSpace) {
        put(SPACE, at);
        lineEnds = 0;
      }
      inSpace = true;
      if (isLineEnd(original, at) && ++lineEnds === 2) breaks.push(length - 1);
      at++;
      continue;
    }
    inSpace = false;
    if (composed) {
      put(folded, at++);
      continue;
    }
    // Some characters get longer by composing: Unicode excludes them from composition, so they are decomposed instead.
    const end = endOfCluster(original, at);
    const cluster = original.slice(at, end).replace(HIDDEN, '').normalize('NFC');
    if (length + cluster.length + original.length - end > units.length) {
      units = grown(units, new Uint16Array(2 * units.length + cluster.length));
      starts = grown(starts, new Int32Array(2 * starts.length + cluster.length));
    }
    // All units of a cluster have the original offset of its first character.
    for (let i = 0; i < cluster.length; i++) put(foldUnit(cluster.charCodeAt(i)), at);
    at = end;
  }
  const text = decode(units.subarray(0, length)) as ComparableText;
  const originalOf = (offset: ComparableOffset) => (offset < length ? (starts[offset] ?? 0) : original.length);
  const from = (offset: Offset) => advance(START, lowerBound(starts, offset, length));
  const endOf = (offset: ComparableOffset) => {
    if (offset <= 0) return 0;
    const start = starts[offset - 1] ?? original.length;
    if (units[offset - 1] === SPACE) return offset < length ? (starts[offset] ?? start) : original.length;
    return composed ? start + 1 : endOfCluster(original, start);
  };
  return {
    text,
    original: originalOf,
    endOf,
    from,
    originalSpan: ({ start, end }) => ({ start: originalOf(start), end: endOf(end) }),
    comparableSpan: ({ start, end }) => ({ start: from(start), end: from(end) }),
    paragraphAt(offset) {
      const next = lowerBound(breaks, offset);
      const start = next === 0 ? 0 : (breaks[next - 1] ?? 0) + 1;
      return { start: advance(START, start), end: advance(START, breaks[next] ?? length) };
    },
  };
}

/** The comparable form of a short text, without the map. */
export function fold(text: string): ComparableText {
  return comparable(text).text;
}

/** Whether a line ends with the unit at an offset; the two of CRLF count once. */
function isLineEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF);
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** The folded unit of characters that are left out. U+0000 stands in no text, as files with it are not read. */
const DROPPED = 0;

function foldUnit(unit: number): number {
  return unit < SIMPLE.length ? (SIMPLE[unit] ?? 0) : (SPECIAL.get(unit) ?? unit);
}

const INVISIBLE =
  '\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0f\ufeff';

/** The folded unit of each code unit: of Latin-1 by its index, of others by its number; units that are not there stay as they are. */
const SIMPLE = Uint16Array.from({ length: 0x100 }, (_, unit) => unit);
const SPECIAL = new Map<number, number>();
for (const [marks, folded] of [
  ['‘’‚‛ʼ′`´', 0x27],
  ['“”„‟″«»', 0x22],
  [
    '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
    SPACE,
  ],
  [INVISIBLE, DROPPED],
] as const) {
  for (const mark of marks) {
    const unit = mark.charCodeAt(0);
    if (unit < SIMPLE.length) SIMPLE[unit] = folded;
    else SPECIAL.set(unit, folded);
  }
}

/** The end of the character at `at` and its marks, also where hidden characters stand between these. */
function endOfCluster(text: string, at: number): number {
  CLUSTER.lastIndex = at;
  return at + (CLUSTER.exec(text)?.[0].length ?? 1);
}

const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'g');
// The vowels and final consonants of decomposed Hangul are letters to Unicode, but compose with the letter before them as marks do.
const CLUSTER = new RegExp(`[^](?:[${INVISIBLE}]*[\\p{M}\\u1160-\\u11ff\\ud7b0-\\ud7fb])*`, 'uy');
/** A hidden character between a letter and its mark: it keeps them from composing. */
const HIDDEN_SEAM = new RegExp(`[${INVISIBLE}][\\p{M}\\u1160-\\u11ff\\ud7b0-\\ud7fb]`, 'u');

function grown<T extends Uint16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function decode(units: Uint16Array): string {
  // In pieces, as the number of arguments of a call is limited.
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
