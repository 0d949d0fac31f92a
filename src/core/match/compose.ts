/**
 * Composes texts: the matcher reads texts and forms in Unicode's composed form (NFC) without soft hyphens, called composed here. Nearly
 * every text is composed already, and finding that out is much cheaper than matching.
 *
 * A character and the marks attached to it make a segment. Normalization never looks beyond a segment, so segments are composed one by
 * one, and a stretch of whole segments can be composed without the rest of the text.
 */
import { attachedAt, SOFT_HYPHEN } from './characters';
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
const SOFT_HYPHENS = new RegExp(SOFT_HYPHEN, 'g');

/** Composes a text. The answer holds the same string when the text is composed already. */
export function compose(text: string): ComposedText {
  return isComposed(text) ? { text, seams: [] } : composeSegments(text);
}

/** Whether a text is composed. */
export function isComposed(text: string): boolean {
  return !MAY_CHANGE.test(text) || (!text.includes(SOFT_HYPHEN) && text.normalize('NFC') === text);
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
    const start = segmentStart(text, hit.index);
    const end = segmentEnd(text, hit.index);
    const segment = text.slice(start, end);
    const composed = segment.replace(SOFT_HYPHENS, '').normalize('NFC');
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

/** The start of the segment that holds the unit at `offset`. */
export function segmentStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && attachedAt(text, start)) start--;
  return start;
}

/** The end of the segment that holds the unit at `offset`, which is where the next one starts. */
export function segmentEnd(text: string, offset: number): number {
  let end = offset + 1;
  while (end < text.length && attachedAt(text, end)) end++;
  return Math.min(end, text.length);
}

/**
 * Turns spans of a composed text into spans of its original, in place. The spans must be in order, not overlap, and start and end at
 * segments, as all mentions do. A soft hyphen behind a mention stays outside of it.
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
    while (original[end - 1] === SOFT_HYPHEN) end--;
    ends[i] = end;
  }
}
