import { partitionPoint } from '../sorted';
import type { Offset } from '../text/offset';
import type { Post } from './post';

/** The post that holds an offset. By halves, as this is asked for each annotation of files with thousands of posts. */
export function postAt(posts: readonly Post[], offset: Offset): Post | null {
  const post = posts[partitionPoint(posts.length, (i) => (posts[i]?.span.start ?? Infinity) <= offset) - 1];
  return post && offset <= post.span.end ? post : null;
}
