import type { Post } from './post';

/** The post that holds an offset; null between posts. A binary search, as it runs for each annotation in files with thousands of posts. */
export function postAt(posts: readonly Post[], offset: number): Post | null {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle]?.span.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const post = posts[low - 1];
  return post && offset <= post.span.end ? post : null;
}
