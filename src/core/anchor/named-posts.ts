import type { Post } from '../posts/post';
import { postAt } from '../posts/post-at';
import type { Offset } from '../text/offset';

/** The posts of a file by their ids, and by what ids have in common whose post may be the same under another title or date. */
export class NamedPosts {
  readonly #posts: readonly Post[];
  readonly #byId = new Map<string, Post>();
  /** The number of posts with each date and title. */
  readonly #byName = new Map<string, number>();
  /** The first two posts of each key: two are enough to know that there are several. */
  readonly #byKey = new Map<string, Post[]>();

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
    const [first = null] = kin;
    return kin.size === 1 ? first : null;
  }

  /** Whether the post that holds a place may be the named one: no post has its id any more, and this post has its date or title. */
  mayHold(id: string | null, offset: Offset): boolean {
    if (id === null) return true;
    if (this.#byId.has(id)) return false;
    const holder = postAt(this.#posts, offset);
    const keys = new Set(keysOf(id));
    return holder !== null && offset < holder.span.end && keysOf(holder.id).some((key) => keys.has(key));
  }

  /** Whether several posts have the date and title of the named post: one may be a copy of the other. */
  hasNamesake(id: string | null): boolean {
    return id !== null && (this.#byName.get(nameOf(id)) ?? 0) > 1;
  }
}

/** What two ids have in common if they may be of one post: the date, or the title. */
function keysOf(id: string): string[] {
  const { date, title } = partsOf(id);
  return [...(date === 'undated' || date === '' ? [] : [`date ${date}`]), ...(title === '' ? [] : [`title ${title}`])];
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
