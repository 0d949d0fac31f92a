import PostalMime, { decodeWords, type Address, type Email } from 'postal-mime';
import type { RawPost } from '../imported/post';
import type { Tally } from '../imported/tally';
import { dateOfFromLine, readMailDate } from '../posts/mail-date';
import { quoted } from '../text/visible';
import { htmlText } from './html-text';
import { gather, type InputFile } from './input';
import { splitMbox } from './split-mbox';

/** Reads the messages of a mailbox, one after the other. Addresses are private: only names of writers are taken. */
export async function* readMbox(file: InputFile): AsyncIterable<RawPost> {
  let number = 0;
  for await (const { fromLine, bytes } of splitMbox(file.chunks)) {
    number++;
    if (bytes === null) file.tally.skip('larger than 50 MB');
    else {
      const post = await readMessage(bytes, fromLine, `${quoted(file.name)}, message ${number}`, file.tally);
      if (post) yield post;
    }
  }
  if (number === 0) file.tally.problem(`${quoted(file.name)} holds no message that begins with a line “From …”.`);
}

/** Reads a file that holds one message. @throws ImportRefusal for one that is too large */
export async function* readEml(file: InputFile): AsyncIterable<RawPost> {
  const post = await readMessage(await gather(file.chunks), '', quoted(file.name), file.tally);
  if (post) yield post;
}

/** Null for a message that cannot be read, which is told. */
async function readMessage(bytes: Uint8Array, fromLine: string, place: string, tally: Tally): Promise<RawPost | null> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    tally.problem(`${place} cannot be read. ${error instanceof Error ? error.message : ''}.`);
    tally.skip('not readable');
    return null;
  }
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? '';
  const stated = readMailDate(header('date'));
  const arrived = stated === null ? arrivalOf(fromLine) : null;
  if (arrived !== null)
    tally.note('A message has no date of its own that can be read, and got the day on which it arrived');
  const id = mail.messageId ?? null;
  const thread = /<[^<>\s]+>/.exec(mail.references ?? '')?.[0] ?? null;
  const text = mail.text ?? '';
  return {
    id,
    title: mail.subject ?? null,
    date: stated ?? arrived,
    source: listOf(header('list-id')),
    author: authorOf(header('from'), mail.from),
    url: /<(https?:[^<>\s]+)>/.exec(header('archived-at'))?.[1] ?? null,
    thread: thread === id ? null : thread,
    body: text.trim() === '' && mail.html !== undefined ? htmlText(mail.html) : text,
  };
}

/** Beyond these, a message is not read. */
const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 1_000_000, maxRfc822NestingDepth: 4 };

function arrivalOf(fromLine: string): string | null {
  const at = dateOfFromLine(fromLine);
  return at < 0 ? null : readMailDate(fromLine.slice(at));
}

/** A name without address; null where the address alone tells who wrote, or stands in the place of the name. */
function authorOf(field: string, from: Address | undefined): string | null {
  // Archives of lists write `mara at harbour.example (Mara Lind)`.
  const [, listed] = /^\S+ at \S+\s+\(([^()]{1,200})\)\s*$/.exec(field) ?? [];
  if (listed !== undefined) return decodeWords(listed);
  const { name = '', address = '' } = from ?? {};
  return name === address.slice(0, Math.max(0, address.lastIndexOf('@'))) ? null : name;
}

/** The name of a list: `Harbour talk` in `Harbour talk <talk.harbour.example>`, else its id. */
function listOf(field: string): string | null {
  const [, name = '', id = ''] = /^([^<>]{0,500})<([^<>]{0,500})>/.exec(field) ?? [];
  return name.replace(/"/g, '').trim() || id || null;
}
