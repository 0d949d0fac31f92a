/**
 * Prepares a search among items by the words that somebody types, each spelled as it stands in one of the item's texts, be it in part,
 * without regard to case and accents. First come items of which a text begins with what was typed, then those with words that begin so,
 * then those that have it anywhere; among equals the items' own order. One pass over plain strings for each question: ten thousand items
 * must not be felt at a keystroke.
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

/** Nobody types more than this. */
const LONGEST_QUERY = 200;

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

function plain(text: string): string {
  const lower = text.toLowerCase();
  // Most names have no accents, and taking text apart costs ten times as much as looking whether it has.
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}
