import { isoDate } from '../posts/calendar';
import { dateInPath } from '../posts/path-facts';
import { collapse } from '../posts/words';
import { cut } from '../text/visible';
import { cleanBody, cleanLine, cleanName, readable } from './clean';

/** A post as a reader finds it in an archive of another program. */
export interface RawPost {
  /** How the source names it, for ever: a guid, a Message-ID, a permalink. Null where it has no such name. */
  readonly id: string | null;
  readonly title?: string | null | undefined;
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** The publication. */
  readonly source?: string | null | undefined;
  /** The name of the writer, as people read it. */
  readonly author?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** The message that began the conversation, by its id. */
  readonly thread?: string | null | undefined;
  /** Plain text. */
  readonly body: string;
}

/** A post as a file of an archive holds it. Whatever is null has no line in the file. */
export interface ImportedPost {
  readonly id: string;
  /** Never empty: the first words of the text where the source has no title. */
  readonly title: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly thread: string | null;
  readonly body: string;
}

/** In UTF-16 code units. */
const LONGEST_TITLE = 300;
const LONGEST_ID = 500;
const LONGEST_URL = 2000;
/** A title that is made of the first words of a text. */
const LONGEST_OPENING = 70;

/** Cleans a post. Null where it has neither text nor title. The same post gives the same result, and a result gives itself. */
export function cleanPost(raw: RawPost): ImportedPost | null {
  const body = cleanBody(raw.body);
  const title = titleOf(raw.title ?? '') || opening(body);
  if (title === '') return null;
  const url = urlOf(raw.url);
  const date = (isDate(raw.date) ? raw.date : null) ?? (url === null ? null : dateInPath(url));
  const source = cleanName(raw.source);
  return {
    id: nameOf(raw.id) ?? nameOf(url ?? `${date ?? 'undated'}/${title}`) ?? title,
    title,
    date,
    // A reader of front matter takes an address for the page and not for a publication.
    source: source !== null && /^\w+:\/\//.test(source) ? null : source,
    author: cleanName(raw.author),
    url,
    thread: nameOf(raw.thread),
    body,
  };
}

function titleOf(title: string): string {
  const plain = readable(cut(cleanLine(title), LONGEST_TITLE)).trim();
  // Joiners alone are nothing that anybody sees.
  return /[^\p{Cf}\s]/u.test(plain) ? plain : '';
}

/** The first words of a text: its first line that has letters, shortened between words. */
function opening(body: string): string {
  const line = body.split('\n', 20).find((one) => /[\p{L}\p{N}]/u.test(one.slice(0, 1000))) ?? body.slice(0, 1000);
  const plain = collapse(line.slice(0, 1000).replace(/^[\s>#*-]+/, ''));
  if (plain.length <= LONGEST_OPENING) return titleOf(plain);
  const space = plain.lastIndexOf(' ', LONGEST_OPENING - 1);
  return titleOf(space > LONGEST_OPENING / 2 ? `${plain.slice(0, space)}…` : cut(plain, LONGEST_OPENING));
}

function nameOf(id: string | null | undefined): string | null {
  return readable(cut(cleanLine(id ?? ''), LONGEST_ID)).trim() || null;
}

function urlOf(url: string | null | undefined): string | null {
  const plain = cleanLine(url ?? '');
  const isSafe = /^https?:\/\/[^\s/?#@]+(?:[/?#]|$)/i.test(plain) && plain.length <= LONGEST_URL;
  return isSafe && readable(plain) === plain ? plain : null;
}

function isDate(date: string | null): date is string {
  const [, year, month, day] = /^([12]\d{3})-(\d\d)-(\d\d)$/.exec(date ?? '') ?? [];
  return date !== null && date < '2300' && isoDate(Number(year), Number(month), Number(day)) === date;
}
