import { endsAt, startsAt } from '../match/bounds';
import { attachedAt } from '../match/characters';
import { fold, type Comparable } from '../text/comparable';
import { advance, foldCase, indexIn, spanAt, trimText } from '../text/comparable-text';
import type { Span } from '../text/span';

/** A text to look for. */
export interface TextQuery {
  readonly text: string;
  /** Whether to find it only where a name would be found, by the rules for words in `core/match`. */
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
}

/**
 * Every place of a text in another, in order and not overlapping. Both are compared in comparable form, so that a passage is found
 * whatever its line ends, white space, quotation marks and composed letters are. A place that reaches over a blank line counts only if the
 * wanted text has a blank line too.
 *
 * @param whole the comparable form of `original`
 * @returns spans in `original`
 */
export function findText(original: string, whole: Comparable, query: TextQuery): Span[] {
  const wanted = trimText(fold(query.text));
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
      (!query.wholeWord || (startsAt(text, start) && endsAt(text, end))) &&
      (mayBreak || !BLANK_LINE.test(original.slice(span.start, span.end)));
    if (fits) found.push(span);
    at = indexIn(text, needle, fits ? end : advance(start, 1));
  }
  return found;
}

/** Whether a passage begins and ends where words do, so that a search for whole words finds it. */
export function isWholeWord(text: string, { start, end }: Span): boolean {
  return startsAt(text, start) && endsAt(text, end);
}

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/;
