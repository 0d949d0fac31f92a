import { attachedAt, wordAt } from '../match/characters';
import { fold, type Comparable } from '../text/comparable';
import { advance, foldCase, indexIn, spanAt, trimmed } from '../text/comparable-text';
import type { Span } from '../text/span';

/** A text to look for, and how exactly. */
export interface TextQuery {
  readonly text: string;
  /** Only where no letter, mark or digit touches it. */
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
}

/**
 * Every place where a text stands in another, in order and never overlapping. What differs between copies of one text (line ends,
 * reflowed white space, kinds of quotation marks, composed letters) makes no difference, so that a passage over a line break is found
 * where the lines break elsewhere. A place that reaches over a blank line counts only where the wanted text does so too.
 *
 * @param whole the comparable form of `original`
 * @returns spans in `original`
 */
export function findText(original: string, whole: Comparable, query: TextQuery): Span[] {
  const wanted = trimmed(fold(query.text));
  const needle = query.matchCase ? wanted : foldCase(wanted);
  const text = query.matchCase ? whole.text : foldCase(whole.text);
  const mayBreak = BLANK_LINE.test(query.text.trim());
  const found: Span[] = [];
  if (needle === '') return found;
  for (let at = indexIn(text, needle); at >= 0;) {
    const { start, end } = spanAt(at, needle.length);
    const span = whole.originalSpan({ start, end });
    const fits =
      !attachedAt(text, start) &&
      !attachedAt(text, end) &&
      (!query.wholeWord || (!withinWord(text, start) && !withinWord(text, end))) &&
      (mayBreak || !BLANK_LINE.test(original.slice(span.start, span.end)));
    if (fits) found.push(span);
    at = indexIn(text, needle, fits ? end : advance(start, 1));
  }
  return found;
}

/** Whether a passage begins and ends where words do: whether looking for whole words would find it itself. */
export function isWholeWord(text: string, { start, end }: Span): boolean {
  return !withinWord(text, start) && !withinWord(text, end);
}

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/;

/** Whether an offset lies between two characters of one word. */
function withinWord(text: string, offset: number): boolean {
  return wordAt(text, offset - 1) && wordAt(text, offset);
}
