import { postKey, type Marking, type PostUnit } from './marking';

/**
 * Which posts count as judged. A sidecar does not show which posts an annotator read without marking anything, so a rule decides.
 *
 * - `both`: an annotator has judged the posts in which they marked anything at all. Only posts that both of a pair have judged count.
 * - `any`: all have judged each post in which any of them marked something. Right where all were given the same posts to read.
 * - `all`: all have judged every post. The many posts with nothing in them then count as agreement.
 */
export type PostRule = 'both' | 'any' | 'all';

export const POST_RULES: readonly PostRule[] = ['both', 'any', 'all'];

/** Who judged which posts. */
export interface Coverage {
  /** The posts that anybody judged, in the order of the texts. */
  readonly posts: readonly PostUnit[];
  judged(annotator: string, file: string, post: string): boolean;
}

/** Tells who judged which posts. Markings outside of posts do not count. */
export function coverageOf(
  annotators: readonly string[],
  posts: readonly PostUnit[],
  markings: readonly Marking[],
  rule: PostRule,
): Coverage {
  const known = new Set(posts.map(({ file, post }) => postKey(file, post)));
  const marked = new Map(annotators.map((annotator) => [annotator, new Set<string>()]));
  for (const { annotator, file, post } of markings) {
    if (post === null) continue;
    const key = postKey(file, post);
    if (known.has(key)) marked.get(annotator)?.add(key);
  }
  const any = new Set([...marked.values()].flatMap((keys) => [...keys]));
  return {
    posts: rule === 'all' ? posts : posts.filter(({ file, post }) => any.has(postKey(file, post))),
    judged(annotator, file, post) {
      const own = marked.get(annotator);
      const key = postKey(file, post);
      if (!own) return false;
      return rule === 'both' ? own.has(key) : rule === 'any' ? any.has(key) : known.has(key);
    },
  };
}
