import type { Post } from '../posts/post';
import type { Span } from '../text/span';
import type { ArchiveText } from '../archive/archive-text';

/** A passage with its source: “…” — Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04. Unknown parts are left out. */
export function cite(text: ArchiveText, span: Span): string {
  return citation(text.text.slice(span.start, span.end), text.postAt(span.start));
}

/** A passage with its source, as `cite` gives it. */
export function citation(passage: string, post: Pick<Post, 'author' | 'title' | 'source' | 'date'> | null): string {
  const quote = `“${passage.replace(/\s+/g, ' ').trim()}”`;
  const origin = post && sourceOf(post);
  return origin ? `${quote} — ${origin}` : quote;
}

/** Where a post comes from: Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04. Empty where nothing is known. */
export function sourceOf(post: Pick<Post, 'author' | 'title' | 'source' | 'date'>): string {
  const title = post.title === null ? null : `“${post.title}”`;
  return [post.author, title, post.source, post.date].filter((part) => part !== null).join(', ');
}
