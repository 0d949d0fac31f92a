import { ORPHAN, type Anchor } from '../anchor/anchor';
import { wholeWords } from '../anchor/ends';
import type { PostFile } from '../posts/formats';
import { moveSpan, type TextChange } from '../text/change';
import type { Span } from '../text/span';
import type { PlacedAnnotation } from '../anchor/placed-annotation';

/** The posts after an edit: their spans move and grow with it, their titles and dates stay. */
export function movePosts(file: PostFile, change: TextChange): PostFile {
  const move = (span: Span): Span => moveSpan(span, change) ?? { start: change.start, end: change.start };
  const maybe = (span: Span | null) => (span ? move(span) : null);
  const posts = file.posts.map((post) => {
    if (post.span.end < change.start) return post;
    const { title, date, source, author } = post.places;
    const places = { title: maybe(title), date: maybe(date), source: maybe(source), author: maybe(author) };
    return { ...post, span: move(post.span), header: move(post.header), body: move(post.body), places };
  });
  const problems = file.problems.map((problem) => ({ ...problem, span: move(problem.span) }));
  return { ...file, header: maybe(file.header), posts, problems };
}

/** An annotation after an edit: its span moves with it. An orphan if nothing of its passage is left. */
export function moveAnnotation(placed: PlacedAnnotation, change: TextChange): PlacedAnnotation {
  const { anchor } = placed;
  if (anchor.span === null) return placed;
  const span = moveSpan(anchor.span, change);
  if (span && span.start < span.end) return { ...placed, anchor: { ...anchor, found: 'edits', span } };
  return { ...placed, anchor: ORPHAN };
}

/** Identifies an annotation in two readings of its sidecar: by its id, or without one, by its post, its quote and the text before. */
export function keyOf({ annotation: { id, post, quote, before } }: PlacedAnnotation): string {
  return id ?? JSON.stringify([post, quote, before]);
}

/** The annotation at the place to which the edits have moved it, unless the search has found an exact place. */
export function keepTracked(
  text: string,
  found: PlacedAnnotation,
  tracked: PlacedAnnotation | undefined,
): PlacedAnnotation {
  const span = tracked?.anchor.span;
  if (!span || tracked.anchor.found !== 'edits' || keyOf(tracked) !== keyOf(found)) return found;
  const same = text.slice(span.start, span.end).replace(/\r\n?/g, '\n') === found.annotation.quote;
  // Where the search has found an exact place, the one that the edits have led to counts only if it is another and as good.
  const isBetter = same && found.anchor.unproven === true && found.anchor.span?.start !== span.start;
  if (found.anchor.state === 'exact' && !isBetter) return found;
  if (same) return { ...found, anchor: placedByEdits('exact', span, found) };
  const whole = wholeWords(text, span, found.annotation);
  return whole ? { ...found, anchor: placedByEdits('changed', whole, found) } : found;
}

function placedByEdits(state: 'exact' | 'changed', span: Span, { anchor }: PlacedAnnotation): Anchor {
  return { state, found: 'edits', span, score: anchor.score, candidates: [] };
}
