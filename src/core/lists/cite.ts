import type { Span } from '../text/span';
import type { ArchiveText } from '../archive/archive-text';

/** A passage with its source: “…” — Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04. Unknown parts are left out. */
export function cite(text: ArchiveText, span: Span): string {
  const quote = `“${text.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()}”`;
  const post = text.postAt(span.start);
  if (!post) return quote;
  const title = post.title === null ? null : `“${post.title}”`;
  const origin = [post.author, title, post.source, post.date].filter((part) => part !== null).join(', ');
  return origin === '' ? quote : `${quote} — ${origin}`;
}
