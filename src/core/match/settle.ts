/**
 * Settling a text: writing it the one way in which the matcher reads texts and forms, which is Unicode's composed form (NFC)
 * without soft hyphens. Nearly every text is settled already, and finding that out is much cheaper than matching.
 *
 * A character and those attached to it make a segment. Normalization never looks beyond one, so segments are settled one by one,
 * and any stretch of whole segments can be settled without the rest of the text.
 */
import { attachedAt, SOFT_HYPHEN } from './characters';
import { MAY_CHANGE } from './normal-form';

/** A settled text, and where its offsets lie in the text it was made from. */
export interface SettledText {
  readonly text: string;
  /** Where the two texts come apart, in order. Empty when they are the same. */
  readonly seams: readonly Seam[];
}

/** From here to the next seam the two texts run side by side. */
interface Seam {
  readonly settled: number;
  readonly original: number;
}

const ALL_THAT_MAY_CHANGE = new RegExp(MAY_CHANGE, 'g');
const SOFT_HYPHENS = new RegExp(SOFT_HYPHEN, 'g');

/** The text in settled form. The answer holds the same string when there was nothing to do. */
export function settle(text: string): SettledText {
  return isSettled(text) ? { text, seams: [] } : settleSegments(text);
}

/** Whether a text is in settled form. */
export function isSettled(text: string): boolean {
  return !MAY_CHANGE.test(text) || (!text.includes(SOFT_HYPHEN) && text.normalize('NFC') === text);
}

function settleSegments(text: string): SettledText {
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
    const settled = segment.replace(SOFT_HYPHENS, '').normalize('NFC');
    if (settled !== segment) {
      append(text.slice(done, start));
      seams.push({ settled: length, original: start });
      append(settled);
      seams.push({ settled: length, original: end });
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
 * Turns spans of a settled text into those of its original, in place. The spans must be in order and not overlap.
 * They start and end at segments, as all mentions do, except that a soft hyphen behind a mention is not counted in.
 */
export function restoreOffsets(original: string, settled: SettledText, starts: Int32Array, ends: Int32Array): void {
  const { seams } = settled;
  if (seams.length === 0) return;
  let passed = 0;
  const restore = (offset: number): number => {
    while ((seams[passed]?.settled ?? Infinity) <= offset) passed++;
    const seam = seams[passed - 1] ?? { settled: 0, original: 0 };
    return seam.original + offset - seam.settled;
  };
  for (let i = 0; i < starts.length; i++) {
    starts[i] = restore(starts[i] ?? 0);
    let end = restore(ends[i] ?? 0);
    while (original[end - 1] === SOFT_HYPHEN) end--;
    ends[i] = end;
  }
}
