/** A longer line is no title, unless a byline repeats it. In UTF-16 code units. */
const MAX_HEADLINE_LENGTH = 200;

/** A headline that ends as a sentence has no more words. */
const MAX_SENTENCE_WORDS = 40;

/**
 * What a line can be that stands above a date: a headline; a sentence, which some headlines are, too; or neither. A headline stands in one
 * line, has a letter, and is no list item and no lead-in.
 */
export function likenessToTitle(line: string): 'headline' | 'sentence' | null {
  if (line.length > MAX_HEADLINE_LENGTH || !/\p{L}/u.test(line)) return null;
  if (/^(?:[-*•–—>]|\d{1,3}[.)]|\(?\p{L}\))\s/u.test(line)) return null;
  // The semicolon of `&amp;` and `&#8217;` is part of a character.
  const shown = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});$/i.test(line) ? line.slice(0, -1) : line;
  const last = LAST_MARK.exec(shown)?.[1];
  if (last === undefined || /(?:\p{Lu}\.){2,}$/u.test(shown)) return 'headline';
  if (!FULL_STOP.test(last)) return null;
  return line.split(/\s+/).length <= MAX_SENTENCE_WORDS ? 'sentence' : null;
}

/** The mark that ends a sentence or leads on, in several scripts, with the quotation marks and brackets behind it. */
const LAST_MARK = /([.:;,。．｡।॥۔።：；，、､،؛])["'”’»›“‘」』】》）)\]]*$/u;

const FULL_STOP = /[.。．｡।॥۔።]/u;
