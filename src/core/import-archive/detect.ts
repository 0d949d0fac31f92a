import type { ImportFormat } from '../imported/formats';
import { formatOfName } from '../tables/table';
import { asciiOf } from './input';

/** How many bytes of a file are looked at to tell its format. */
export const HEAD_LENGTH = 16_384;

/** Tells the format of a file by its name and its first bytes; null where it has none that can be brought in. */
export function detectFormat(name: string, head: Uint8Array): ImportFormat | 'zip' | 'gzip' | null {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const table = formatOfName(name);
  // A list of names holds no posts.
  if (table && table !== 'lst') return table;
  // Text in UTF-16 has a NUL beside each character of ASCII.
  const text = asciiOf(head)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (text.startsWith('From ') && MAILBOXES.has(ending)) return 'mbox';
  if (ending === 'eml') return 'eml';
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml') return 'html';
  if (/^window\.YTD\.tweets?\.part\d+\s*=/.test(text)) return 'x';
  if (text.startsWith('<')) return ofMarkup(text);
  if (text.startsWith('{')) return ofJson(text);
  return /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/.test(text) &&
    (ending === '' || /[/\\](?:cur|new)[/\\][^/\\]*$/.test(name))
    ? 'eml'
    : null;
}

/** The endings of mailboxes; `txt` as archives of mailing lists name them, or none, as mail programs do. */
const MAILBOXES = new Set(['', 'mbox', 'mbx', 'mail', 'txt']);

function ofMarkup(text: string): ImportFormat | null {
  if (text.includes('wordpress.org/export/') || text.includes('<wp:wxr_version>')) return 'wordpress';
  if (/<(?:rss|feed|rdf:RDF)[\s>]/.test(text)) return 'feed';
  return /^<(?:!doctype html|html|head|body|article)[\s>]/i.test(text) ? 'html' : null;
}

function ofJson(text: string): ImportFormat | null {
  if (text.includes('"orderedItems"') || text.includes('OrderedCollection')) return 'mastodon';
  if (/jsonfeed\.org\\?\/version/.test(text)) return 'feed';
  return /^\{\s*"(?:db|meta|data)"\s*:/.test(text) ? 'ghost' : null;
}
