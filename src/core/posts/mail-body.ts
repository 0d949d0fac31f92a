import type { Span } from '../text/span';
import type { MailHeader } from './mail-header';

// A mail is read as it stands in its file. Where its words are encoded there, they cannot be found.

const ENCODED_PART =
  /^content-transfer-encoding:[ \t]*(?:base64|quoted-printable)\b|^content-type:[ \t]*text\/html\b/im;

/** A byte of quoted-printable, or a line that goes on behind `=`. */
const QUOTED = /=(?:[\dA-F]{2}|[ \t]*(?:\r\n?|\n))/i;

/** Charsets that write other letters with those of ASCII. */
const SHIFTED = /^(?:iso-2022-|hz-|utf-7)/i;

/**
 * Whether words of a mail do not stand in its file as people read them: its body, or a part of it, is in base64, in quoted-printable with at
 * least one byte that is encoded, in HTML, or in a charset that shifts letters.
 */
export function isEncoded(text: string, { fields }: MailHeader, body: Span): boolean {
  const field = (name: string) => {
    const span = fields.get(name);
    return span ? text.slice(span.start, Math.min(span.end, span.start + 1000)) : '';
  };
  if (body.start === body.end) return false;
  const type = field('content-type');
  const content = () => text.slice(body.start, body.end);
  if (/^text\/html\b/i.test(type)) return true;
  if (/^multipart\//i.test(type)) return ENCODED_PART.test(content());
  if (SHIFTED.test(/charset=["']?([^\s"';]+)/i.exec(type)?.[1] ?? '')) return true;
  const encoding = field('content-transfer-encoding').toLowerCase();
  return encoding.startsWith('base64') || (encoding.startsWith('quoted-printable') && QUOTED.test(content()));
}
