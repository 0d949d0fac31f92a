import type { Format, PostFile } from '../posts/formats';
import type { Post } from '../posts/post';
import type { Span } from '../text/span';

/**
 * The posts of a file as numbers and words. An object for each span would take ten times as long to hand over, to save and to load.
 */
export interface PackedPosts {
  /** The places of the file's header and of each post. -1 stands for a span that is not there. */
  readonly places: readonly number[];
  /** The format, the problems, and the words of each post, as JSON in UTF-8. */
  readonly words: Uint8Array<ArrayBuffer>;
}

/** How many numbers a post takes: start and end of the post, of header and body, and of title, date, source and author. */
const PLACES = 14;
/** How many words a post takes: id, title, date, source, author, and the authors as JSON. */
const WORDS = 6;

export function packPosts({ format, header, posts, problems }: PostFile): PackedPosts {
  const places: number[] = [];
  const words: (string | null)[] = [format, JSON.stringify(problems)];
  const add = (span: Span | null) => places.push(span ? span.start : -1, span ? span.end : -1);
  add(header);
  for (const post of posts) {
    for (const span of [post.span, post.header, post.body]) add(span);
    const { title, date, source, author } = post.places;
    for (const span of [title, date, source, author]) add(span);
    words.push(post.id, post.title, post.date, post.source, post.author, JSON.stringify(post.authors));
  }
  return { places, words: new TextEncoder().encode(JSON.stringify(words)) };
}

export function unpackPosts(places: Int32Array, bytes: Uint8Array): PostFile {
  const words = JSON.parse(new TextDecoder().decode(bytes)) as (string | null)[];
  const maybe = (at: number): Span | null => {
    const start = places[at] ?? -1;
    return start < 0 ? null : { start, end: places[at + 1] ?? start };
  };
  const span = (at: number): Span => maybe(at) ?? { start: 0, end: 0 };
  const posts: Post[] = [];
  for (let at = 2, word = 2; at < places.length; at += PLACES, word += WORDS) {
    const [id, title = null, date = null, source = null, author = null, authors] = words.slice(word, word + WORDS);
    posts.push({
      id: id ?? '',
      title,
      date,
      source,
      author,
      authors: JSON.parse(authors ?? '[]') as string[],
      span: span(at),
      header: span(at + 2),
      body: span(at + 4),
      places: { title: maybe(at + 6), date: maybe(at + 8), source: maybe(at + 10), author: maybe(at + 12) },
    });
  }
  const problems = JSON.parse(words[1] ?? '[]') as PostFile['problems'];
  return { format: words[0] as Format, header: maybe(0), posts, problems };
}
