/**
 * Splits a text into words, runs of white space, and single other characters; joined they give the text again. A word is a run of letters,
 * marks and digits of any script. In scripts that write no spaces, each character is a word.
 */
export function splitWords(text: string): string[] {
  return text.match(WORDS) ?? [];
}

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+|\s+|[^]/gu;
