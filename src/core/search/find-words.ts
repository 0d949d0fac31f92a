import type { Span } from '../text/span';
import { diacritics, foldName, variantsOf } from './folding';

// Words of texts: runs of letters, marks and digits. In scripts that write no spaces, each character is a word.

const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const INNER = '\\p{L}\\p{N}\\p{M}';
const WORDS = new RegExp(`[${SPACELESS}]\\p{M}*|(?:(?![${SPACELESS}])[${INNER}])+`, 'gu');
const IS_INNER = new RegExp(`[${INNER}]`, 'u');
const IS_SPACELESS = new RegExp(`[${SPACELESS}]`, 'u');

/** The places of the words of a text, in its order. */
export function wordsOf(text: string): Span[] {
  return Array.from(text.matchAll(WORDS), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** Finds words in texts. */
export interface WordFinder {
  /** All places, none within another. */
  readonly all: (text: string) => Span[];
  readonly any: (text: string) => boolean;
}

/**
 * A finder of words in their order, whatever their case and diacritics, and whatever stands between them. Finds nothing if there is no word.
 *
 * @param prefix whether the last word may go on
 */
export function wordFinder(query: string, prefix: boolean): WordFinder {
  const words = query.match(WORDS) ?? [];
  if (words.length === 0) return { all: () => [], any: () => false };
  const marks = diacritics();
  let source = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    if (before !== undefined) source += `[^${INNER}]${isSpaceless(before) || isSpaceless(word) ? '*' : '+'}`;
    for (const character of foldName(word)) source += `[${variantsOf(character)}][${marks}]*`;
  });
  const pattern = new RegExp(source, 'gu');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const next = (text: string, from: number): Span | null => {
    pattern.lastIndex = from;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const start = found.index;
      const end = prefix ? wordEnd(text, pattern.lastIndex) : pattern.lastIndex;
      if (!goesOn(text, start, first, -1) && (prefix || !goesOn(text, end, last, 1))) return { start, end };
      pattern.lastIndex = start + characterAt(text, start).length;
    }
    return null;
  };
  return {
    any: (text) => next(text, 0) !== null,
    all: (text) => {
      const spans: Span[] = [];
      for (let span = next(text, 0); span; span = next(text, span.end)) spans.push(span);
      return spans;
    },
  };
}

/** Whether a word goes on across an offset: the neighbour of its end on that side belongs to it. */
function goesOn(text: string, offset: number, word: string, side: 1 | -1): boolean {
  if (isSpaceless(word)) return side === 1 && /^\p{M}/u.test(text.slice(offset, offset + 2));
  const neighbour = side === 1 ? characterAt(text, offset) : characterBefore(text, offset);
  return IS_INNER.test(neighbour) && !IS_SPACELESS.test(neighbour);
}

function wordEnd(text: string, from: number): number {
  let end = from;
  for (
    let next = characterAt(text, end);
    IS_INNER.test(next) && !IS_SPACELESS.test(next);
    next = characterAt(text, end)
  ) {
    end += next.length;
  }
  return end;
}

function isSpaceless(word: string): boolean {
  return IS_SPACELESS.test(word);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  const pair = /[\udc00-\udfff]/.test(text.charAt(offset - 1)) && offset > 1;
  return pair ? characterAt(text, offset - 2) : text.charAt(offset - 1);
}
