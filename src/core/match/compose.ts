/**
 * Composes texts: the matcher reads texts and forms in Unicode's composed form (NFC) without invisible characters, called composed here.
 * Nearly every text is composed already, and finding that out is much cheaper than matching.
 *
 * A character and the marks attached to it make a segment. Normalization never looks beyond a segment, so segments are composed one by
 * one, and a stretch of whole segments can be composed without the rest of the text.
 */
import { attachedAt, INVISIBLE, NON_JOINER, SOFT_HYPHEN, UnitBit, unitClasses, wordAt } from './characters';
import { MAY_CHANGE } from './normal-form';

/** A composed text, and the way back to the offsets of its original. */
export interface ComposedText {
  readonly text: string;
  /** The places behind which the offsets of the two texts differ by another number, in order. Empty when the texts are the same. */
  readonly seams: readonly Seam[];
}

/** From this pair of offsets to the next seam the two texts are the same. */
interface Seam {
  readonly composed: number;
  readonly original: number;
}

const ALL_THAT_MAY_CHANGE = new RegExp(MAY_CHANGE, 'g');
const ANY_INVISIBLE = new RegExp(`[${INVISIBLE}]`);
const INVISIBLES = new RegExp(ANY_INVISIBLE, 'g');

/** Composes a text. The answer holds the same string when the text is composed already. */
export function compose(text: string): ComposedText {
  return isComposed(text) ? { text, seams: [] } : composeSegments(text);
}

/** Whether a text is composed. */
export function isComposed(text: string): boolean {
  return !MAY_CHANGE.test(text) || (!ANY_INVISIBLE.test(text) && text.normalize('NFC') === text);
}

function composeSegments(text: string): ComposedText {
  const pieces: string[] = [];
  const seams: Seam[] = [];
  let length = 0;
  let done = 0;
  const append = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  ALL_THAT_MAY_CHANGE.lastIndex = 0;
  for (let hit = ALL_THAT_MAY_CHANGE.exec(text); hit !== null; hit = ALL_THAT_MAY_CHANGE.exec(text)) {
    const [start, end] = partAround(text, hit.index);
    const segment = text.slice(start, end);
    const composed = withoutDivision(segment.replace(INVISIBLES, '')).normalize('NFC');
    if (composed !== segment) {
      append(text.slice(done, start));
      seams.push({ composed: length, original: start });
      append(composed);
      seams.push({ composed: length, original: end });
      done = end;
    }
    ALL_THAT_MAY_CHANGE.lastIndex = end;
  }
  append(text.slice(done));
  return { text: pieces.join(''), seams };
}

/** The segment around a place, or its part before or from a non-joiner on: that composes with nothing, and a mention may end before it. */
function partAround(text: string, at: number): readonly [start: number, end: number] {
  const start = segmentStart(text, at);
  const end = segmentEnd(text, at);
  const segment = text.slice(start, end);
  const before = segment.lastIndexOf(NON_JOINER, at - start);
  const behind = segment.indexOf(NON_JOINER, at - start + 1);
  return [before < 0 ? start : start + before, behind < 0 ? end : start + behind];
}

/** The start of the segment that holds the unit at `offset`. */
export function segmentStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && continuesAt(text, start)) start--;
  return start;
}

/** The end of the segment that holds the unit at `offset`, which is where the next one starts. */
export function segmentEnd(text: string, offset: number): number {
  let end = offset + 1;
  while (end < text.length && continuesAt(text, end)) end++;
  return Math.min(end, text.length);
}

/** Whether the unit at an offset is of the same segment as the one before it: attached to it, or white space that divides a word. */
export function continuesAt(text: string, offset: number): boolean {
  return attachedAt(text, offset) || dividesWord(text, offset);
}

/** Whether a unit can stand in the stretch between the two parts of a word that a soft hyphen divides at a line end. */
export function isBlank(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return ((unitClasses()[unit] ?? 0) & UnitBit.SPACE) !== 0 || (unit > 0x7f && ANY_INVISIBLE.test(text.charAt(offset)));
}

/** The longest such stretch, in code units. */
const LONGEST_DIVISION = 200;

/** Whether white space belongs to a line end behind a soft hyphen: the word goes on behind it, as texts taken from pages in print have it. */
export function dividesWord(text: string, offset: number): boolean {
  if (((unitClasses()[text.charCodeAt(offset)] ?? 0) & UnitBit.SPACE) === 0) return false;
  let start = offset;
  while (offset - start < LONGEST_DIVISION && isBlank(text, start - 1)) start--;
  if (start === offset || !wordAt(text, start - 1)) return false;
  let end = offset + 1;
  while (end - start < LONGEST_DIVISION && isBlank(text, end)) end++;
  return DIVISION.test(text.slice(start, end)) && wordAt(text, end) && !attachedAt(text, end);
}

const DIVISION = new RegExp(
  `^[${INVISIBLE}]*${SOFT_HYPHEN}(?:(?![\\r\\n])[\\p{Zs}\\t${INVISIBLE}])*(?:\\r\\n|\\r|\\n)(?:(?![\\r\\n])[\\p{Zs}\\t${INVISIBLE}])*$`,
  'u',
);

/** A segment without the white space that divides a word: only then has it any behind its first unit. */
function withoutDivision(segment: string): string {
  return segment.charAt(0) + segment.slice(1).replace(SPACES, '');
}

const SPACES = /[\p{Zs}\t\r\n]/gu;

/**
 * Turns spans of a composed text into spans of its original, in place. The spans must be in order, not overlap, and start and end at
 * segments, as all mentions do. Invisible characters behind a mention stay outside of it.
 */
export function restoreOffsets(original: string, composed: ComposedText, starts: Int32Array, ends: Int32Array): void {
  const { seams } = composed;
  if (seams.length === 0) return;
  let passed = 0;
  const restore = (offset: number): number => {
    while ((seams[passed]?.composed ?? Infinity) <= offset) passed++;
    const seam = seams[passed - 1] ?? { composed: 0, original: 0 };
    return seam.original + offset - seam.composed;
  };
  for (let i = 0; i < starts.length; i++) {
    starts[i] = restore(starts[i] ?? 0);
    let end = restore(ends[i] ?? 0);
    while (isBlank(original, end - 1)) end--;
    ends[i] = end;
  }
}
