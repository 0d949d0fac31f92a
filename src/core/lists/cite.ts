import type { Span } from '../text/span';
import type { ArchiveText } from '../archive/archive-text';

/**
 * A passage with its source: “…” — Mara Lind, “The harbour is closed”, Coastal Review, 2016-05-04. Unknown parts are left out, and so are
 * invisible characters and the signs of quoted mail. Quotation marks within are the single ones.
 */
export function cite(text: ArchiveText, span: Span): string {
  const quote = inQuotes(passage(text.text, span));
  const post = text.postAt(span.start);
  if (!post) return quote;
  const title = post.title === null ? null : inQuotes(onOneLine(post.title));
  const origin = [post.author, title, post.source, post.date].filter((part) => part !== null).join(', ');
  return origin === '' ? quote : `${quote} — ${origin}`;
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
