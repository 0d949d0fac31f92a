import type { ArchiveText } from '../archive/archive-text';
import type { Post } from '../posts/post';
import type { Sort } from '../query/keys';
import type { Span } from '../text/span';
import { foldName } from './folding';
import { wordsOf } from './find-words';

/** What is sorted: a post, or a place in one. */
interface Place {
  readonly text: ArchiveText;
  readonly post: Post | null;
  readonly span: Span | null;
}

/** How far beside a place words are looked for, and how many count. */
const BESIDE = 120;
const WORDS = 3;

/**
 * Results in an order; the same ones as they are where there is none. Those that are equal keep the order of the files. Undated ones are last,
 * whichever way dates run.
 */
export function sorted<P extends Place>(places: readonly P[], sort: Sort | null, count: (place: P) => number): P[] {
  if (!sort || (sort.by === 'file' && !sort.reversed)) return [...places];
  const way = sort.reversed ? -1 : 1;
  const keyed = places.map((place, i) => ({ place, i, key: keyOf(place, sort.by, count) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return a.i - b.i;
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
    return (a.key < b.key ? -1 : 1) * way;
  });
  return keyed.map(({ place }) => place);
}

function keyOf<P extends Place>(place: P, by: Sort['by'], count: (place: P) => number): string | number | null {
  const { post, text } = place;
  switch (by) {
    case 'date':
      return post?.date ?? null;
    case 'title':
      return post?.title === null || post?.title === undefined ? null : foldName(post.title);
    case 'file':
      return text.path;
    case 'count':
      // Most first.
      return -count(place);
    case 'left':
    case 'right':
      return wordsBeside(place, by);
    case 'first':
    case 'last':
    case 'since':
    case 'name':
      // Orders of entities.
      return null;
  }
}

/** The words beside a place, the nearest first, within its post. Null for a place that is lost. */
function wordsBeside({ span, post, text }: Place, side: 'left' | 'right'): string | null {
  if (!span) return null;
  const { start, end } = post?.span ?? { start: 0, end: Infinity };
  const whole = text.text;
  const beside =
    side === 'left'
      ? whole.slice(Math.max(start, span.start - BESIDE), span.start)
      : whole.slice(span.end, Math.min(end, span.end + BESIDE));
  const words = wordsOf(beside).map((word) => foldName(beside.slice(word.start, word.end)));
  const nearest = side === 'left' ? words.reverse() : words;
  return nearest.slice(0, WORDS).join('\u0000');
}
