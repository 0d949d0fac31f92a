import Fuse, { type IFuseOptions } from 'fuse.js';

/**
 * Prepares a search among items that forgives typos. An item fits if every word of the query stands in one of its texts: in part, with a
 * typo, or without its accents. The search gives the items that fit, best first; an empty query gives all, in their own order.
 *
 * @param tolerance the share of a word that may be wrong, from 0 to 1
 */
export function fuzzySearch<T>(
  items: readonly T[],
  texts: (item: T) => readonly string[],
  tolerance = WORD_TOLERANCE,
): (query: string) => readonly T[] {
  let fuse: Fuse<Entry<T>> | null = null;
  return (query) => {
    const words = query.trim().slice(0, LONGEST_QUERY);
    if (words === '') return items;
    // Made at the first query, as most lists are never searched.
    fuse ??= new Fuse(
      items.map((item) => ({ item, texts: [...texts(item)] })),
      { ...OPTIONS, threshold: tolerance },
    );
    return fuse.search(words).map((result) => result.item.item);
  };
}

interface Entry<T> {
  readonly item: T;
  readonly texts: string[];
}

/** The most code units of a query that count. A pasted page would keep the window busy. */
const LONGEST_QUERY = 200;

const OPTIONS: IFuseOptions<unknown> = {
  keys: ['texts'],
  // Word by word, so that the order of the words does not matter and no word is too long.
  useTokenSearch: true,
  tokenMatch: 'all',
  // By default, a match counts less the farther it is from the start, and not at all behind 60 units.
  ignoreLocation: true,
  ignoreDiacritics: true,
};

/** Allows one typo in a word of six letters, and none in four. */
const WORD_TOLERANCE = 0.2;

/** For names, which people spell as they heard them: `sulemani` finds Soleimani. */
export const NAME_TOLERANCE = 0.35;
