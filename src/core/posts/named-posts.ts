import { memo } from '../memo';
import type { Offset } from '../text/offset';
import type { Span } from '../text/span';
import type { Post } from './post';
import { postAt } from './post-at';
import { UNDATED } from './post-id';

/**
 * The posts of a file by their ids, also by those that they had before. An id changes with the title and the date: somebody mends a header,
 * or a later version of this program reads one that an earlier version could not read.
 */
export class NamedPosts {
  readonly #posts: readonly Post[];
  readonly #byId = new Map<string, Post>();
  /** The number of posts with each date and title. */
  readonly #byName = new Map<string, number>();
  /** The first two posts of each key: two are enough to know that there are several. */
  readonly #byKey = new Map<string, Post[]>();
  #formerEnds: ReadonlyMap<Post, Offset> | null = null;

  /** @param posts in order */
  constructor(posts: readonly Post[]) {
    this.#posts = posts;
    for (const post of posts) {
      if (!this.#byId.has(post.id)) this.#byId.set(post.id, post);
      const name = nameOf(post.id);
      this.#byName.set(name, (this.#byName.get(name) ?? 0) + 1);
      for (const key of keysOf(post.id)) {
        const same = this.#byKey.get(key) ?? [];
        if (same.length < 2) this.#byKey.set(key, [...same, post]);
      }
    }
  }

  /** The post with an id; where there is none, the only one that may be it under another title or date. */
  find(id: string): Post | null {
    const post = this.#byId.get(id);
    if (post) return post;
    const kin = new Set(keysOf(id).flatMap((key) => this.#byKey.get(key) ?? []));
    const [first = null] = this.#posts.length === 1 ? this.#posts : kin;
    return kin.size === 1 || this.#posts.length === 1 ? first : null;
  }

  /** The part of the file that a named post takes up; null where no post is known by the id. */
  partOf(id: string | null): Span | null {
    return id === null ? EVERYWHERE : (this.find(id)?.span ?? null);
  }

  /**
   * The larger part of the file that a named post took up for earlier versions; null where there is none. A post without a date that is not
   * there any more was mostly the whole file, before its posts were recognized. Posts whose titles end as sentences do counted under the
   * post above.
   */
  formerPartOf(id: string): Span | null {
    const post = this.#byId.get(id);
    if (!post) return wasWholeFile(id) ? EVERYWHERE : null;
    this.#formerEnds ??= formerEnds(this.#posts);
    const end = this.#formerEnds.get(post);
    return end === undefined ? null : { start: post.span.start, end };
  }

  /**
   * Whether the post that holds a place may be the named one: no post has its id any more, and this post has its date or title, or is the
   * only one.
   */
  mayHold(id: string | null, offset: Offset): boolean {
    if (id === null) return true;
    if (this.#byId.has(id)) return false;
    if (this.#posts.length === 1) return true;
    const holder = postAt(this.#posts, offset);
    const keys = new Set(keysOf(id));
    return holder !== null && offset < holder.span.end && keysOf(holder.id).some((key) => keys.has(key));
  }

  /** Whether several posts have the date and title of the named post: one may be a copy of the other. */
  hasNamesake(id: string | null): boolean {
    return id !== null && (this.#byName.get(nameOf(id)) ?? 0) > 1;
  }
}

const EVERYWHERE: Span = { start: 0, end: Infinity };

/** The posts of a file by the ids that they have or had, for questions about one id at a time. */
export const namedPosts = memo((posts: readonly Post[]) => new NamedPosts(posts));

function wasWholeFile(id: string): boolean {
  return partsOf(id).date === UNDATED;
}

/** The ends of the posts under which later ones were counted. */
function formerEnds(posts: readonly Post[]): ReadonlyMap<Post, Offset> {
  const ends = new Map<Post, Offset>();
  let above: Post | null = null;
  for (const post of posts) {
    if (!wasOverlooked(post)) above = post;
    else if (above) ends.set(above, post.span.end);
  }
  return ends;
}

/** Whether earlier versions took the title for the end of a sentence, and so did not see the post. */
function wasOverlooked({ title }: Post): boolean {
  return title !== null && /[.:;,]["'”’»)\]]{0,9}$/.test(title);
}

/** What two ids have in common if they may be of one post: the date, or the title. */
function keysOf(id: string): string[] {
  const { date, title } = partsOf(id);
  return [...(date === UNDATED || date === '' ? [] : [`date ${date}`]), ...(title === '' ? [] : [`title ${title}`])];
}

function nameOf(id: string): string {
  const { date, title } = partsOf(id);
  return `${date}/${title}`;
}

/** The date and the title in a post's id, without the number that tells posts of one name apart. */
function partsOf(id: string): { readonly date: string; readonly title: string } {
  const slash = id.indexOf('/');
  return { date: id.slice(0, Math.max(0, slash)), title: id.slice(slash + 1).replace(/-\d+$/, '') };
}
