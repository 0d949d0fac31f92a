/** A word of a line in its comparable form. */
export interface Word {
  /** Lower case, without marks and apostrophes: `shiite` for `Shi’ite`. */
  readonly text: string;
  /** The UTF-16 offset behind the word in the line. */
  readonly end: number;
}

/** A text with one space for each run of white space, no-break spaces and line ends included, and none at its ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a line, without the differences that retyping makes: case, accents, quotation marks and dashes. */
export function readWords(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(WORD)) {
    const text = comparable(match[0]);
    if (text !== '') words.push({ text, end: match.index + match[0].length });
  }
  return words;
}

/** One string for all spellings of a name that differ in case, accents, punctuation and spacing only. */
export function comparableName(name: string): string {
  return readWords(name)
    .map((word) => word.text)
    .join(' ');
}

/** Letters, digits and marks, and the apostrophes that stand inside words. */
const WORD = /[\p{L}\p{N}\p{M}'’‘ʼʻ`´]+/gu;

function comparable(word: string): string {
  // A shortcut: most words are plain ASCII, for which lower case is enough.
  if (/^[A-Za-z\d]+$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
