import { splitAuthors } from './authors';
import type { Post } from './post';

/** In UTF-16 code units: long enough to tell titles apart, short enough for a line of a sidecar. */
const MAX_SLUG_LENGTH = 80;

/**
 * The words of a title as an id has them: `the-harbour-is-closed`. Lower case, without accents and apostrophes, with a hyphen for each run
 * of other signs, at most 80 code units, cut between words. Empty when there is no letter or digit.
 */
export function slugify(title: string): string {
  const plain = title.slice(0, 1000).normalize('NFKD').toLowerCase().normalize('NFKD');
  const slug = plain
    .replace(/[\p{M}'’‘ʼʻ`´]+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    // NFKD takes Hangul syllables apart; NFC composes them again.
    .normalize('NFC')
    .replace(/^-|-$/g, '');
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const cut = slug.lastIndexOf('-', MAX_SLUG_LENGTH);
  if (cut > 0) return slug.slice(0, cut);
  // A single long word is cut between characters, never inside a surrogate pair.
  return slug.slice(0, MAX_SLUG_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** Stands in the id of a post in place of a date. */
export const UNDATED = 'undated';

/** A post that has no id yet. */
export interface Unnamed extends Omit<Post, 'id' | 'authors'> {
  /** The authors where the header has a list of them; else they are found in `author`. */
  readonly authors?: readonly string[] | undefined;
  /** The name of the file, of which the id is made where the post has no title. */
  readonly fallback?: string;
}

/** Gives each post its id, `2016-05-04/the-harbour-is-closed`. Later posts with the same date and title get `-2`, `-3`, … */
export function withIds(posts: readonly Unnamed[]): Post[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return posts.map(({ fallback, authors, ...post }) => {
    const slug = slugify(post.title ?? '') || slugify(fallback ?? '') || 'untitled';
    const wanted = `${post.date ?? UNDATED}/${slug}`;
    let id = wanted;
    let number = next.get(wanted) ?? 2;
    // A numbered id may be taken too, by a title that ends in a number.
    while (taken.has(id)) id = `${wanted}-${number++}`;
    next.set(wanted, number);
    taken.add(id);
    return { id, ...post, authors: authors ?? splitAuthors(post.author ?? '') };
  });
}
