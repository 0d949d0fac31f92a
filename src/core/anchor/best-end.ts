import { advance } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import type { ComparableSpan } from '../text/span';

/** Which end of a passage. */
export type End = 'start' | 'end';

/** The most pairs of code units that are compared for one end, and the longest stretch of the present text. */
const MOST_PAIRS = 4_000_000;
const LONGEST = 20_000;

/**
 * The offset in a stretch of the present text that corresponds to an offset in an earlier stretch: the texts before the two and the texts
 * behind them differ by the fewest edits together (Needleman and Wunsch 1970). Of several such offsets, the one that makes the passage
 * shortest. Null where the stretches are too long, or no offset is allowed.
 *
 * @param was the earlier stretch, and the offset in it
 * @param now the present text
 * @param is the stretch of it
 * @param isBound whether the two stretches begin and end together; else the earlier one may lie anywhere in the present one
 * @param isAllowed whether an offset of the present text may be the end; beside white space inside the passage it never is
 */
export function bestEnd(
  end: End,
  was: { readonly text: string; readonly at: number },
  now: ComparableText,
  is: ComparableSpan,
  isBound: boolean,
  isAllowed: (offset: number) => boolean,
): ComparableOffset | null {
  const text = now.slice(is.start, is.end);
  if (text.length > LONGEST || was.text.length * text.length > MOST_PAIRS) return null;
  const front = editsByLength(was.text.slice(0, was.at), text, isBound);
  const back = editsByLength(reversed(was.text.slice(was.at)), reversed(text), isBound).reverse();
  let best: { readonly at: number; readonly edits: number } | null = null;
  for (let at = 0; at <= text.length; at++) {
    const edits = (front[at] ?? Infinity) + (back[at] ?? Infinity);
    if (best && (edits > best.edits || (edits === best.edits && end === 'end'))) continue;
    const offset = is.start + at;
    const inside = now.charAt(end === 'start' ? offset : offset - 1);
    if (inside.trim() !== '' && isAllowed(offset)) best = { at, edits };
  }
  return best && advance(is.start, best.at);
}

/**
 * For each length of the text's beginning the fewest edits between a pattern and it (Levenshtein 1965). A space for another unit counts
 * twice, so that words stay apart.
 *
 * @param isBound whether both begin together; else the pattern may begin anywhere in the text
 */
function editsByLength(pattern: string, text: string, isBound: boolean): Float64Array {
  let row = Float64Array.from({ length: text.length + 1 }, (_, n) => (isBound ? n : 0));
  let next = new Float64Array(text.length + 1);
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(i);
    next[0] = i + 1;
    for (let n = 0; n < text.length; n++) {
      const other = text.charCodeAt(n);
      const change = unit === other ? 0 : unit === SPACE || other === SPACE ? 2 : 1;
      next[n + 1] = Math.min((row[n] ?? 0) + change, (row[n + 1] ?? 0) + 1, (next[n] ?? 0) + 1);
    }
    [row, next] = [next, row];
  }
  return row;
}

const SPACE = 0x20;

function reversed(text: string): string {
  let units = '';
  for (let n = text.length - 1; n >= 0; n--) units += text.charAt(n);
  return units;
}
