import { ORPHAN } from '../anchor/anchor';
import type { PostFile } from '../posts/formats';
import { moveSpan, type TextChange } from '../text/change';
import type { Span } from '../text/span';
import type { PlacedAnnotation } from '../anchor/placed-annotation';

/** The posts after an edit, each moved or grown with it. Their titles and dates are those from before. */
export function movePosts(file: PostFile, change: TextChange): PostFile {
  const move = (span: Span): Span => moveSpan(span, change) ?? { start: change.start, end: change.start };
  const maybe = (span: Span | null) => (span ? move(span) : null);
  const posts = file.posts.map((post) => {
    if (post.span.end < change.start) return post;
    const { title, date, source, author } = post.places;
    const places = { title: maybe(title), date: maybe(date), source: maybe(source), author: maybe(author) };
    return { ...post, span: move(post.span), header: move(post.header), body: move(post.body), places };
  });
  return { ...file, header: maybe(file.header), posts };
}

/** An annotation after an edit, as long as anything of its passage is left. */
export function moveAnnotation(placed: PlacedAnnotation, change: TextChange): PlacedAnnotation {
  const { anchor } = placed;
  if (anchor.span === null) return placed;
  const span = moveSpan(anchor.span, change);
  if (span && span.start < span.end) return { ...placed, anchor: { ...anchor, found: 'edits', span } };
  return { ...placed, anchor: ORPHAN };
}

/** What names an annotation in two readings of its sidecar. Hand-written ones lack an id. */
export function keyOf({ annotation: { id, post, quote, before } }: PlacedAnnotation): string {
  return id ?? JSON.stringify([post, quote, before]);
}

/** The place that the edits led to, as long as the search does not know better. */
export function keepTracked(
  text: string,
  found: PlacedAnnotation,
  tracked: PlacedAnnotation | undefined,
): PlacedAnnotation {
  const span = tracked?.anchor.span;
  if (!span || tracked.anchor.found !== 'edits' || keyOf(tracked) !== keyOf(found)) return found;
  if (found.anchor.state === 'exact') return found;
  const same = text.slice(span.start, span.end).replace(/\r\n?/g, '\n') === found.annotation.quote;
  const state = same ? 'exact' : 'changed';
  return { ...found, anchor: { state, found: 'edits', span, score: found.anchor.score, candidates: [] } };
}
