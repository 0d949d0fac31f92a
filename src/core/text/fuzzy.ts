import Fuse, { type IFuseOptions } from 'fuse.js';

/**
 * Prepares a search among items by what people type: every word of the query must stand in one of the item's texts, be it in part, with
 * a typo or without its accents. The search answers with the items that fit, best first; an empty query fits all, in their own order.
 *
 * @param tolerance how much of a word may be wrong, from 0 to 1
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
    // Made at the first question: most lists are shown without one.
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

/** Nobody types more than this; a pasted page would only keep the window busy. */
const LONGEST_QUERY = 200;

const OPTIONS: IFuseOptions<unknown> = {
  keys: ['texts'],
  // Word by word, so that the order of the words does not matter and no word is too long.
  useTokenSearch: true,
  tokenMatch: 'all',
  // By default, a match counts less the farther it is from the start, and nothing behind 60 units counts.
  ignoreLocation: true,
  ignoreDiacritics: true,
};

/** One typo in a word of four letters is too many, one in six is not. */
const WORD_TOLERANCE = 0.2;

/** For names, which people spell as they heard them: `sulemani` finds Soleimani. */
export const NAME_TOLERANCE = 0.35;
