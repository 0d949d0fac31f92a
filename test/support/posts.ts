import type { Post } from '../../src/core/posts/post';
import type { Span } from '../../src/core/text/span';

/** A post of a text as tests of anchors need it: its name and its place. */
export function postAt(id: string, span: Span): Post {
  const nowhere = { title: null, date: null, source: null, author: null };
  return {
    id,
    ...nowhere,
    authors: [],
    span,
    header: { start: span.start, end: span.start },
    body: span,
    places: nowhere,
  };
}
