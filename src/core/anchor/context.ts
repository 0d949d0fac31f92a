import type { Span } from '../text/span';
import type { Quote } from './quote';

/** How much of the remembered surroundings stands around a span of a text, each from 0 to 1. */
export interface Agreement {
  /** Of both sides, each counting by its length. */
  readonly context: number;
  /** Of the side that agrees better: what another place may get by an edit that takes away what lies between. */
  readonly side: number;
  /** Of the side that agrees worse; of the only one where nothing was remembered on the other. */
  readonly otherSide: number;
}

export type ContextMeasure = (text: string, span: Span) => Agreement;

/**
 * Prepares the measure for one quote. 1 means that all of it stands right there, white space at the seams apart, and is what a quote
 * without surroundings gets: then nothing speaks against a place.
 *
 * For a quote of some length, surroundings that were edited, or pushed away from the quote by a few words, count by how many edits
 * they are away from what was remembered. For a single word only what still touches it counts.
 */
export function contextMeasure({ exact, before, after }: Quote): ContextMeasure {
  const remembered = before.length + after.length;
  if (remembered === 0) return () => WHOLE;
  const lenient = exact.length >= LENIENT_FROM;
  let left: EditCounter | null = null;
  let right: EditCounter | null = null;
  return (text, span) => {
    let start = span.start;
    while (start > 0 && text.charCodeAt(start - 1) === SPACE) start--;
    let end = span.end;
    while (text.charCodeAt(end) === SPACE) end++;
    let sameLeft = commonEnd(text, start, before);
    let sameRight = commonStart(text, end, after);
    if (!lenient && sameLeft + sameRight === 0) return NONE;
    if (lenient && sameLeft < before.length) {
      left ??= editCounter(before.slice(-MOST_COMPARED));
      const from = Math.max(0, start - MOST_COMPARED - MOST_PUSHED);
      sameLeft = Math.max(sameLeft, before.length * left(text, from, start));
    }
    if (lenient && sameRight < after.length) {
      right ??= editCounter(after.slice(0, MOST_COMPARED));
      const to = Math.min(text.length, end + MOST_COMPARED + MOST_PUSHED);
      sameRight = Math.max(sameRight, after.length * right(text, end, to));
    }
    const context = (sameLeft + sameRight) / remembered;
    const shareLeft = before === '' ? context : sameLeft / before.length;
    const shareRight = after === '' ? context : sameRight / after.length;
    return { context, side: Math.max(shareLeft, shareRight), otherSide: Math.min(shareLeft, shareRight) };
  };
}

const NONE: Agreement = { context: 0, side: 0, otherSide: 0 };
const WHOLE: Agreement = { context: 1, side: 1, otherSide: 1 };

/** A word of the same surroundings stands in every list; a phrase does not. */
export const LENIENT_FROM = 16;
const SPACE = 0x20;
/** As many code units as an integer has bits; no more are remembered on a side. */
export const MOST_COMPARED = 32;
/** How far surroundings may have been pushed away. */
export const MOST_PUSHED = 16;

/** How many code units before an offset are the last ones of a text. */
export function commonEnd(text: string, end: number, before: string): number {
  let same = 0;
  while (same < before.length && text.charCodeAt(end - 1 - same) === before.charCodeAt(before.length - 1 - same))
    same++;
  return same;
}

/** How many code units behind an offset are the first ones of a text. */
export function commonStart(text: string, start: number, after: string): number {
  let same = 0;
  while (same < after.length && text.charCodeAt(start + same) === after.charCodeAt(same)) same++;
  return same;
}

/** How alike the best stretch within `[from, to)` is to a pattern, from 0 to less than 1. */
type EditCounter = (text: string, from: number, to: number) => number;

/**
 * Counts the edits between a pattern of 1 to 32 code units and the stretch of a text that is nearest to it, with the bit vectors of
 * Myers (1999). Unlike texts of a language still share half of their letters in order, so each edit counts twice.
 */
function editCounter(pattern: string): EditCounter {
  const length = pattern.length;
  const masks = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const unit = pattern.charCodeAt(i);
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << i));
  }
  const last = 1 << (length - 1);
  return (text, from, to) => {
    let up = -1;
    let down = 0;
    let edits = length;
    let least = length;
    for (let at = from; at < to; at++) {
      const equal = masks.get(text.charCodeAt(at)) ?? 0;
      const vertical = equal | down;
      const horizontal = (((equal & up) + up) ^ up) | equal;
      let rise = down | ~(horizontal | up);
      let fall = up & horizontal;
      if (rise & last) edits++;
      else if (fall & last) edits--;
      rise <<= 1;
      fall <<= 1;
      up = fall | ~(vertical | rise);
      down = rise & vertical;
      if (edits < least) least = edits;
    }
    // Never as good as what stands where it was.
    return Math.min(0.95, Math.max(0, 1 - (2 * least) / length));
  };
}
