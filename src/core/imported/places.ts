import { readPathFacts } from '../posts/path-facts';
import { slugify } from '../posts/post-id';
import type { ImportedPost } from './post';

/** In UTF-16 code units. */
const LONGEST_SLUG = 60;

/** Gives each post the path of its file, `2016/2016-05-04-the-harbour-is-closed.md`, relative to the folder of the import and with `/`. */
export class PostPlaces {
  private readonly taken: Set<string>;
  private readonly next = new Map<string, number>();

  /**
   * @param known the files of earlier imports by the ids of their posts
   * @param there all files of the folder, so that none of another origin is written over
   */
  constructor(
    private readonly known: ReadonlyMap<string, string>,
    there: Iterable<string>,
  ) {
    this.taken = new Set(Array.from(there, (path) => path.toLowerCase()));
  }

  /**
   * The file that an earlier import wrote for the post, even if its date or title has changed since, as annotations lie beside it. Else a
   * new one; of several posts with one date and title, later ones get `-2`, `-3`, … Call it once for each post.
   */
  pathOf({ id, title, date }: ImportedPost): string {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const slug = safeSlug(title, date);
    const base = date === null ? `undated/${slug}` : `${date.slice(0, 4)}/${date}-${slug}`;
    let path = `${base}.md`;
    let number = this.next.get(base) ?? 2;
    while (this.taken.has(path)) path = `${base}-${number++}.md`;
    this.next.set(base, number);
    this.taken.add(path);
    return path;
  }
}

function safeSlug(title: string, date: string | null): string {
  const long = slugify(title) || 'untitled';
  const cut = long.length > LONGEST_SLUG ? long.lastIndexOf('-', LONGEST_SLUG) : -1;
  const slug = (cut > 0 ? long.slice(0, cut) : long.slice(0, LONGEST_SLUG)).replace(/[\ud800-\udbff]$/, '');
  // Without a date before it, a name must not look like a date, nor be one that Windows keeps for devices.
  const isMisread = date === null && (readPathFacts(`${slug}.md`).date !== null || DEVICES.test(slug));
  return isMisread ? `post-${slug}` : slug;
}

const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
