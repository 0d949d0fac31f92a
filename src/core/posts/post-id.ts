import type { Post } from './post';

/** Code units; long enough to tell titles apart, short enough for a line of a sidecar. */
const MAX_SLUG_LENGTH = 80;

/**
 * The words of a title as they stand in an id: `the-harbour-is-closed`. Lower case, without accents and apostrophes, everything else that
 * is no letter or digit as one hyphen, at most 80 code units, cut between words. Empty when there is no letter or digit.
 */
export function slugify(title: string): string {
  const plain = title.slice(0, 1000).normalize('NFKD').toLowerCase().normalize('NFKD');
  const slug = plain
    .replace(/[\p{M}'’‘ʼʻ`´]+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    // Hangul comes apart in NFKD; it is put together again here.
    .normalize('NFC')
    .replace(/^-|-$/g, '');
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const cut = slug.lastIndexOf('-', MAX_SLUG_LENGTH);
  if (cut > 0) return slug.slice(0, cut);
  // A single long word: only a whole character may be cut off.
  return slug.slice(0, MAX_SLUG_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** A post before it has a name. */
export interface Unnamed extends Omit<Post, 'id'> {
  /** What the id is made of where the post has no title: the name of its file. */
  readonly fallback?: string;
}

/** Gives each post its id, `2016-05-04/the-harbour-is-closed`. Later posts that would have the same one get `-2`, `-3`, … */
export function withIds(posts: readonly Unnamed[]): Post[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return posts.map(({ fallback, ...post }) => {
    const slug = slugify(post.title ?? '') || slugify(fallback ?? '') || 'untitled';
    const wanted = `${post.date ?? 'undated'}/${slug}`;
    let id = wanted;
    let number = next.get(wanted) ?? 2;
    // A title may end in a number of its own, so a numbered id can be taken too.
    while (taken.has(id)) id = `${wanted}-${number++}`;
    next.set(wanted, number);
    taken.add(id);
    return { id, ...post };
  });
}
