import type { ComparableOffset, ComparableText } from './offset';
import type { ComparableSpan } from './span';

// Arithmetic that stays within the comparable form. Beside `comparable`, these are the only functions that make a comparable offset or
// text of a plain number or string.

/** The offset of the first code unit. */
export const START = 0 as ComparableOffset;

/** Counted code units of a text, as offsets in it. */
export function offsetsOf(counts: readonly number[]): readonly ComparableOffset[] {
  return counts as readonly ComparableOffset[];
}

/** The offset so many code units behind another one; before it if the number is negative. */
export function advance(offset: ComparableOffset, by: number): ComparableOffset {
  return (offset + by) as ComparableOffset;
}

/** The span so many code units behind another one; before it if the number is negative. */
export function shiftSpan({ start, end }: ComparableSpan, by: number): ComparableSpan {
  return { start: advance(start, by), end: advance(end, by) };
}

/** The span of so many code units from an offset on. */
export function spanAt(start: ComparableOffset, length: number): ComparableSpan {
  return { start, end: advance(start, length) };
}

/** The part of a text that a span covers. */
export function sliceText(text: ComparableText, { start, end }: ComparableSpan): ComparableText {
  return text.slice(start, end) as ComparableText;
}

/** Texts put together. */
export function joinTexts(...texts: readonly ComparableText[]): ComparableText {
  return texts.join('') as ComparableText;
}

/** The text without white space at its ends. */
export function trimText(text: ComparableText): ComparableText {
  return text.trim() as ComparableText;
}

/** The first place of a part at or behind an offset; -1 where there is none. */
export function indexIn(text: ComparableText, part: ComparableText, from: ComparableOffset = START): ComparableOffset {
  return text.indexOf(part, from) as ComparableOffset;
}

/** The first places of a part, overlapping ones included: all of them, or so many. An empty part has none. */
export function everyPlace(text: ComparableText, part: ComparableText, most = Infinity): ComparableOffset[] {
  const places: ComparableOffset[] = [];
  if (part === '') return places;
  for (let at = indexIn(text, part); at >= 0 && places.length < most; at = indexIn(text, part, advance(at, 1)))
    places.push(at);
  return places;
}

/**
 * A text with small letters only, unit for unit, so that its offsets stay. `İ` alone would become two units, so it is replaced first;
 * the Greek `ς`, a form of `σ` at the end of a word, becomes `σ`.
 */
export function foldCase(text: ComparableText): ComparableText {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ') as ComparableText;
}
