import { contentHash } from '../indexing/content-hash';
import { writeInline } from '../yaml/scalars';
import type { ImportedPost } from './post';

// The text of a file that holds one imported post, and what a later import finds in it.

/** The fields in the order of the file. */
const FIELDS = ['title', 'date', 'source', 'author', 'url', 'id', 'thread'] as const;

/**
 * The text of a post’s file: front matter and the body. The last line of the front matter is the hash of all else, by which a later import
 * knows whether a person has edited the file. The same post gives the same text.
 */
export function postFile(post: ImportedPost): string {
  const lines = FIELDS.flatMap((field) => {
    const value = post[field];
    return value === null ? [] : [`${field}: ${writeInline(value)}`];
  });
  const body = post.body === '' ? '' : `\n${post.body}\n`;
  const hash = contentHash(`---\n${lines.join('\n')}\n---\n${body}`);
  return `---\n${lines.join('\n')}\nimported: "${hash}"\n---\n${body}`;
}

/** What the head of a file tells of the import that wrote it. */
export interface WrittenHead {
  readonly id: string;
  readonly source: string | null;
}

/** Reads the first lines of a file; null where no import wrote it. */
export function readHead(text: string): WrittenHead | null {
  const header = headerOf(text);
  if (header === null || !HASH.test(header)) return null;
  const id = valueOf(header, 'id');
  return id === null ? null : { id, source: valueOf(header, 'source') };
}

/** The hash that a file names in its front matter. */
const HASH = /^imported: "?([0-9a-f]{16})"?[ \t]*\n/m;

function headerOf(text: string): string | null {
  const plain = text.startsWith('---\r\n') ? text.replaceAll('\r\n', '\n') : text;
  if (!plain.startsWith('---\n')) return null;
  const end = plain.indexOf('\n---', 3);
  return end < 0 ? null : plain.slice(4, end + 1);
}

function valueOf(header: string, key: string): string | null {
  const written = new RegExp(`^${key}: (.*)$`, 'm').exec(header)?.[1]?.trim() ?? '';
  if (!written.startsWith('"'))
    return written.replace(/^'(.*)'$/, (_, inner: string) => inner.replaceAll("''", "'")) || null;
  try {
    // Our own quotation marks and escapes are those of JSON, too.
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/**
 * What becomes of a file that is there: `same` where the source has not changed since the last import, whether or not a person has edited
 * the file; `changed` where the source has changed and no person has edited the file, which is then written anew; `edited` where both
 * have, and the file stays as it is.
 *
 * @param there the text on the disk
 * @param now the text that the import would write
 */
export function compareWithFile(there: string, now: string): 'same' | 'changed' | 'edited' {
  const plain = there.replaceAll('\r\n', '\n');
  if (plain === now) return 'same';
  const header = headerOf(plain);
  const recorded = (header === null ? null : HASH.exec(header)?.[1]) ?? null;
  if (recorded === null) return 'edited';
  if (recorded === HASH.exec(now)?.[1]) return 'same';
  return contentHash(plain.replace(HASH, '')) === recorded ? 'changed' : 'edited';
}
