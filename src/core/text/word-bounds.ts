let segmenter: Intl.Segmenter | undefined;

/** How far from an offset the ends of its word are looked for, in code units. */
const FARTHEST = 128;

/**
 * Whether an offset lies inside a word, or inside a character of several code units. Words are those of Unicode's text segmentation (UAX 29):
 * of Chinese, Japanese, Thai and other scripts without spaces by the dictionaries that come with the engine.
 */
export function splitsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length || isSpace(text, offset - 1) || isSpace(text, offset)) return false;
  let start = offset - 1;
  while (start > 0 && offset - start < FARTHEST && !isSpace(text, start - 1)) start--;
  let end = offset + 1;
  while (end < text.length && end - offset < FARTHEST && !isSpace(text, end)) end++;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return segmenter.segment(text.slice(start, end)).containing(offset - start)?.index !== offset - start;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
