import { lowerBound } from '../sorted';
import type { Span } from './span';

/** A text in the form in which passages are compared, with the way back to the text itself. */
export interface Comparable {
  readonly text: string;
  /** The original offset of a comparable offset; for the length of `text`, the original's length. */
  original(offset: number): number;
  /** The original offset behind the character that ends at a comparable offset: what was folded away behind it is left out. */
  endOf(offset: number): number;
  /** The first comparable offset at or behind an original offset. */
  from(offset: number): number;
  /** The paragraph around a comparable offset, in comparable offsets: blank lines part paragraphs. */
  paragraphAt(offset: number): Span;
}

/**
 * Folds what differs between copies of one text without changing what it says: line endings and reflowed white space (a run becomes
 * one space), no-break spaces, curly and straight quotation marks, soft hyphens, the byte order mark, and composed against decomposed
 * letters. Costs one pass over the text; the map takes four bytes a code unit.
 */
export function comparable(original: string): Comparable {
  // Most texts are composed already, which the engine can tell much faster than any walk over their characters.
  const composed = original.normalize('NFC') === original && !HIDDEN_SEAM.test(original);
  let units = new Uint16Array(original.length);
  let starts = new Int32Array(original.length);
  let length = 0;
  let inSpace = false;
  let lineEnds = 0;
  /** Where a space stands for a blank line. */
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
    // Some characters get longer by composing: Unicode excludes them from it, and they come apart instead.
    const end = endOfCluster(original, at);
    const cluster = original.slice(at, end).replace(HIDDEN, '').normalize('NFC');
    if (length + cluster.length + original.length - end > units.length) {
      units = grown(units, new Uint16Array(2 * units.length + cluster.length));
      starts = grown(starts, new Int32Array(2 * starts.length + cluster.length));
    }
    // All of it begins where the cluster does.
    for (let i = 0; i < cluster.length; i++) put(foldUnit(cluster.charCodeAt(i)), at);
    at = end;
  }
  const text = decode(units.subarray(0, length));
  return {
    text,
    original: (offset) => (offset < length ? (starts[offset] ?? 0) : original.length),
    endOf(offset) {
      if (offset <= 0) return 0;
      const start = starts[offset - 1] ?? original.length;
      if (units[offset - 1] === SPACE) return offset < length ? (starts[offset] ?? start) : original.length;
      return composed ? start + 1 : endOfCluster(original, start);
    },
    from: (offset) => lowerBound(starts, offset, length),
    paragraphAt(offset) {
      const next = lowerBound(breaks, offset);
      return { start: next === 0 ? 0 : (breaks[next - 1] ?? 0) + 1, end: breaks[next] ?? length };
    },
  };
}

/** The comparable form of a short text, without the map. */
export function fold(text: string): string {
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
/** Stands for what is left out. U+0000 never is in a text: such a file is not read. */
const DROPPED = 0;

function foldUnit(unit: number): number {
  return unit < SIMPLE.length ? (SIMPLE[unit] ?? 0) : (SPECIAL.get(unit) ?? unit);
}

/** What each code unit folds to: for Latin-1 by its index, else by number. */
const SIMPLE = Uint16Array.from({ length: 0x100 }, (_, unit) => unit);
const SPECIAL = new Map<number, number>();
for (const [marks, folded] of [
  ['‘’‚‛ʼ′`´', 0x27],
  ['“”„‟″«»', 0x22],
  [
    '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
    SPACE,
  ],
  ['\u00ad\u200b\ufeff', DROPPED],
] as const) {
  for (const mark of marks) {
    const unit = mark.charCodeAt(0);
    if (unit < SIMPLE.length) SIMPLE[unit] = folded;
    else SPECIAL.set(unit, folded);
  }
}

/** Behind the character at `at` and the marks that belong to it, also where something that nobody sees stands between. */
function endOfCluster(text: string, at: number): number {
  CLUSTER.lastIndex = at;
  return at + (CLUSTER.exec(text)?.[0].length ?? 1);
}

const HIDDEN = /[\u00ad\u200b\ufeff]/g;
// The vowels and final consonants of decomposed Hangul are letters to Unicode, and compose with what precedes them as marks do.
const CLUSTER = /[^](?:[\u00ad\u200b\ufeff]*[\p{M}\u1160-\u11ff\ud7b0-\ud7fb])*/uy;
/** What is hidden between a letter and its mark keeps them from composing; without it they would. */
const HIDDEN_SEAM = /[\u00ad\u200b\ufeff][\p{M}\u1160-\u11ff\ud7b0-\ud7fb]/u;

function grown<T extends Uint16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function decode(units: Uint16Array): string {
  // In pieces, as a call can take only so many arguments.
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
