import { fold } from '../../src/core/text/comparable';
import type { Span } from '../../src/core/text/span';
import type { Tracked } from './anchors-tracked';

/** What became of the passage. `partly` is left out of the shares of what was found again, as nobody could say what is right. */
export type Fate = 'there' | 'partly' | 'gone';

/** Knows where a passage of the old text went, as each code unit was followed through the edits. */
export interface Oracle {
  readonly fate: Fate;
  /** Whether the passage stands as it was. */
  readonly intact: boolean;
  /** Whether an annotation attached to this span of the new text is in a right place. */
  accepts(span: Span): boolean;
}

/**
 * A span is right if it shares at least half of its code units with what is left of the passage (intersection over union).
 *
 * Otherwise it is right only where no text could tell it from the passage:
 * - it holds the quote, and the 32 units around it on each side, beyond paragraphs too, are those that were around the passage; or
 * - the edits have copied it from the passage, and the passage itself is gone, or has lost the quote while the copy has it. (Who
 *   copies a paragraph and then deletes the original has moved it.)
 * - the edits have pasted a copy of the whole paragraph right beside it: the text does not show which of the two was there before.
 * - the edits have moved the passage away, and left the copy in its post or behind what it stood behind: the text is the same as if the
 *   copy had been pasted there, where the passage is.
 * Any other copy beside the intact passage is wrong, and so is every other place that only holds the same words.
 */
export function oracleOf(old: string, passage: Span, now: Tracked): Oracle {
  const { span: left, units } = now.left(passage);
  const quote = fold(old.slice(passage.start, passage.end));
  const surroundings = surroundingsOf(old, passage);
  const intact = units > 0 && fold(now.text.slice(left.start, left.end)) === quote;
  const length = passage.end - passage.start;
  return {
    fate: units === 0 ? 'gone' : 2 * units < length ? 'partly' : 'there',
    intact,
    accepts(span) {
      if (units > 0 && 2 * shared(span, left) >= joint(span, left)) return true;
      if (units === 0 && now.isCopy(span, passage)) return true;
      if (fold(now.text.slice(span.start, span.end)) !== quote) return false;
      if (surroundingsOf(now.text, span) === surroundings) return true;
      if (!now.isCopy(span, passage)) return false;
      const [post, previous] = [old.lastIndexOf('## ', passage.start), previousOf(old, passage)];
      const hasStayed =
        (postOf(now, span) === post && postOf(now, left) !== post) ||
        (standsBehind(now, span, previous) && !standsBehind(now, left, previous));
      return !intact || hasStayed || areTwins(now.text, span, left);
    },
  };
}

function surroundingsOf(text: string, { start, end }: Span): string {
  const before = fold(text.slice(Math.max(0, start - 200), start))
    .trimEnd()
    .slice(-32);
  const after = fold(text.slice(end, end + 200))
    .trimStart()
    .slice(0, 32);
  return `${before}|${after}`;
}

/** The offset of the last unit before the paragraph of a span. */
function previousOf(text: string, { start }: Span): number {
  let at = text.lastIndexOf('\n\n', start);
  while (at > 0 && /\s/.test(text.charAt(at))) at--;
  return at;
}

/** Whether the paragraph of a span follows, but for what is new, a unit of the old text or one of the same line. */
function standsBehind(now: Tracked, { start }: Span, old: number): boolean {
  let at = Math.max(...[...now.text.slice(0, start).matchAll(/\n\s*\n/g)].map(({ index }) => index), 0);
  while (at > 0 && (now.own[at] === -1 || /\s/.test(now.text.charAt(at)))) at--;
  return Math.abs((now.own[at] ?? -1000) - old) < 60;
}

/** The old offset of the header of the post that a span is in. */
function postOf(now: Tracked, { start }: Span): number | undefined {
  return now.own[now.text.lastIndexOf('## ', start)];
}

/** Whether two spans lie in neighbouring paragraphs that are equal. */
function areTwins(text: string, a: Span, b: Span): boolean {
  const paragraphs = [...text.matchAll(/\S[^]*?(?=\s*\n\s*\n|\s*$)/g)];
  const [i = 0, j = 0] = [a, b].map(({ start }) => paragraphs.findLastIndex(({ index }) => index <= start));
  return Math.abs(i - j) === 1 && fold(paragraphs[i]?.[0] ?? '') === fold(paragraphs[j]?.[0] ?? '');
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function joint(a: Span, b: Span): number {
  return a.end - a.start + (b.end - b.start) - shared(a, b);
}
