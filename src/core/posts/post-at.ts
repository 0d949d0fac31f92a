import { partitionPoint } from '../sorted';
import type { Offset } from '../text/offset';
import type { Post } from './post';

/** The post that holds an offset; null between posts. A binary search, as it runs for each annotation in files with thousands of posts. */
export function postAt(posts: readonly Post[], offset: Offset): Post | null {
  const post = posts[partitionPoint(posts.length, (i) => (posts[i]?.span.start ?? Infinity) <= offset) - 1];
  return post && offset <= post.span.end ? post : null;
}
