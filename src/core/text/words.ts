/**
 * The words of a text and what stands between them, in order; joined they give the text again. A word is a run of letters, marks and
 * digits of any script; white space comes in runs; every other character, and each one of the scripts that write no spaces, stands
 * alone.
 */
export function splitWords(text: string): string[] {
  return text.match(WORDS) ?? [];
}

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+|\s+|[^]/gu;
