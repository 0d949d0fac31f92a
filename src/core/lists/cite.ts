import type { Post } from '../posts/post';
import type { Span } from '../text/span';
import type { ArchiveText } from '../archive/archive-text';

/**
 * A passage with its source: “…” — Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04. Unknown parts are left out, and so are
 * invisible characters and the signs of quoted mail. Quotation marks within are the single ones.
 */
export function cite(text: ArchiveText, span: Span): string {
  return citation(passage(text.text, span), text.postAt(span.start));
}

/** The words of a passage with their source, as `cite` gives it. */
export function citation(words: string, post: Pick<Post, 'author' | 'title' | 'source' | 'date'> | null): string {
  const quote = inQuotes(onOneLine(words));
  const origin = post && sourceOf(post);
  return origin ? `${quote} — ${origin}` : quote;
}

/** Where a post comes from: Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04. Empty where nothing is known. */
export function sourceOf(post: Pick<Post, 'author' | 'title' | 'source' | 'date'>): string {
  const title = post.title === null ? null : inQuotes(onOneLine(post.title));
  return [post.author, title, post.source, post.date].filter((part) => part !== null).join(', ');
}

/** The words of a passage. Signs of quoted mail are left out where the lines of the passage begin with them. */
function passage(text: string, { start, end }: Span): string {
  const words = text.slice(start, end);
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const quoted = QUOTED_LINE.test(text.slice(lineStart, start) + words);
  return onOneLine(quoted ? words.replace(MARKS_OF_LINES, '$1') : words);
}

/** A text of one line, without invisible characters. A soft hyphen at a line end joins its word. */
function onOneLine(text: string): string {
  return text
    .replace(/\u00ad[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*/g, '')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Puts double quotation marks around a text, and single ones in place of those inside. */
function inQuotes(text: string): string {
  const inner = text
    .replace(/„([^„“”]*)[“”]/g, '‘$1’')
    .replace(/[“„]/g, '‘')
    .replace(/”/g, '’')
    .replace(/(^|[\s([{—–-])"/g, '$1‘')
    .replace(/"/g, '’');
  return `“${inner}”`;
}

const QUOTED_LINE = /^[ \t]*>/;
const MARKS_OF_LINES = /(^|[\r\n])(?:[ \t]*>)+[ \t]?/g;
