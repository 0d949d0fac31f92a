import type { ComparableOffset, ComparableText } from '../text/offset';
import type { ComparableSpan } from '../text/span';
import type { Quote } from './quote';

/** How well the text around a span agrees with the remembered surroundings. Each number is from 0 (not at all) to 1 (entirely). */
export interface ContextAgreement {
  /** Agreement of both sides together, each weighted by its remembered length. */
  readonly context: number;
  /** Agreement of the better side. A lookalike can reach this score if an edit deletes the text between the two places. */
  readonly side: number;
  /** Agreement of the worse side; equal to `side` where only one side is remembered. */
  readonly otherSide: number;
}

export type ContextMeasure = (text: ComparableText, span: ComparableSpan) => ContextAgreement;

/**
 * Prepares the measure for one quote. White space next to the span is ignored. A quote without remembered surroundings agrees entirely
 * with every place, as nothing speaks against any.
 *
 * For a single word, only the surroundings that touch it and are unchanged count. For a longer quote (see `LENIENT_FROM`), surroundings
 * count too that were edited, or are separated from the quote by a few new words: the more edits, the less.
 */
export function contextMeasure({ exact, before, after }: Quote): ContextMeasure {
  const remembered = before.length + after.length;
  if (remembered === 0) return () => WHOLE;
  const lenient = exact.length >= LENIENT_FROM;
  let left: EditCounter | null = null;
  let right: EditCounter | null = null;
  return (text, span) => {
    const start = skipSpaceBefore(text, span.start);
    const end = skipSpaceBehind(text, span.end);
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

const NONE: ContextAgreement = { context: 0, side: 0, otherSide: 0 };
const WHOLE: ContextAgreement = { context: 1, side: 1, otherSide: 1 };

/**
 * The length in code units from which a quote counts as a phrase. A word can stand in the same surroundings in many places, as in lists;
 * a phrase hardly does, so its surroundings may have been edited.
 */
export const LENIENT_FROM = 16;
/** The most code units of surroundings that are compared by edits on each side: the number of bits of an integer. */
export const MOST_COMPARED = 32;
/** How many code units of new text may stand between a quote and its surroundings. */
export const MOST_PUSHED = 16;

const SPACE = 0x20;

/** The offset before the white space that ends at an offset. */
export function skipSpaceBefore(text: ComparableText, end: ComparableOffset): ComparableOffset {
  let start = end;
  while (start > 0 && text.charCodeAt(start - 1) === SPACE) start--;
  return start;
}

/** The offset behind the white space that begins at an offset. */
export function skipSpaceBehind(text: ComparableText, start: ComparableOffset): ComparableOffset {
  let end = start;
  while (text.charCodeAt(end) === SPACE) end++;
  return end;
}

/** How many code units before an offset are equal to the last ones of `before`. */
export function commonEnd(text: ComparableText, end: ComparableOffset, before: ComparableText): number {
  let same = 0;
  while (same < before.length && text.charCodeAt(end - 1 - same) === before.charCodeAt(before.length - 1 - same))
    same++;
  return same;
}

/** How many code units from an offset on are equal to the first ones of `after`. */
export function commonStart(text: ComparableText, start: ComparableOffset, after: ComparableText): number {
  let same = 0;
  while (same < after.length && text.charCodeAt(start + same) === after.charCodeAt(same)) same++;
  return same;
}

/** The similarity, from 0 to less than 1, of a pattern to the most similar stretch of a text within `[from, to)`. */
type EditCounter = (text: ComparableText, from: number, to: number) => number;

/**
 * Prepares a pattern of 1 to 32 code units. Counts the edits between the pattern and a stretch of the text with the bit vectors of
 * Myers (1999). Each edit counts twice, since even unrelated texts of one language share half of their letters in order.
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
    // Always less than surroundings that touch the quote unchanged, which score 1.
    return Math.min(0.95, Math.max(0, 1 - (2 * least) / length));
  };
}
