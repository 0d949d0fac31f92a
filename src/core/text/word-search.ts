/**
 * Prepares a search among items by typed words. An item fits if each word stands in one of its texts, in whole or in part, in any case and
 * with or without accents. First come items with a text that begins with the query, then items with words that begin with the typed words,
 * then the rest; equal ones in the items' own order. Each query is one pass over plain strings, so that ten thousand items can be searched
 * at each keystroke.
 */
export function wordSearch<T>(
  items: readonly T[],
  texts: (item: T) => readonly string[],
): (query: string) => readonly T[] {
  const haystacks = items.map((item) => `\n${texts(item).map(plain).join('\n')}`);
  return (query) => {
    const typed = plain(query.slice(0, LONGEST_QUERY)).trim().replace(/\s+/g, ' ');
    if (typed === '') return items;
    const words = typed.split(' ');
    const ranks: [T[], T[], T[]] = [[], [], []];
    items.forEach((item, i) => {
      const rank = rankOf(haystacks[i] ?? '', typed, words);
      if (rank !== null) ranks[rank].push(item);
    });
    return ranks.flat();
  };
}

/** The most code units of a query that count. */
const LONGEST_QUERY = 200;

/** 0 if a text begins with the query, 1 if words begin with the typed ones, 2 if they stand anywhere, null if one does not. */
function rankOf(haystack: string, typed: string, words: readonly string[]): 0 | 1 | 2 | null {
  if (!words.every((word) => haystack.includes(word))) return null;
  if (haystack.includes(`\n${typed}`)) return 0;
  return words.every((word) => beginsWord(haystack, word)) ? 1 : 2;
}

function beginsWord(haystack: string, word: string): boolean {
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(haystack.charAt(at - 1))) return true;
  }
  return false;
}

/** Lower case, without accents. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  // Most names have no accents, and checking that costs a tenth of decomposing them.
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}
