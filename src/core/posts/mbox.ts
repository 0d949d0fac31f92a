import { isMailFile, isMarkdown } from './file-endings';
import { isEncoded } from './mail-body';
import { readMailDate } from './mail-date';
import { readAuthor, readList, readSubject } from './mail-fields';
import { FEW_LINES, nextLine, readMailHeader } from './mail-header';
import { mailProblems, noMail, type ReadMail } from './mail-problems';
import { findSeparators, separatorAt, type Separator } from './mail-separators';
import { readPathFacts } from './path-facts';
import type { FoundPosts } from './post';
import { withIds } from './post-id';
import { lineStart, trimmed } from './rows';

/** Where a mail begins, where its header does, and the day on its line `From …`. */
interface Start {
  readonly start: number;
  readonly header: number;
  readonly came: string | null;
}

/**
 * Reads a box of mails (RFC 4155; also the monthly texts of list archives), or a single one, each as a post. Bodies are as they stand in the file, `>From` too, as
 * places in them are places in the file. The source is the name of the list, the author is a name and never an address.
 */
export function readMbox(text: string, path: string | undefined): FoundPosts {
  const starts = findStarts(text, path);
  const [first] = starts;
  if (!first) return { header: null, posts: [], problems: noMail(text) };
  const facts = starts.length === 1 ? readPathFacts(path) : null;
  const mails = starts.map((one, index) => readMail(text, one, starts[index + 1]?.start ?? text.length));
  const posts = mails.map(({ post }) => ({
    ...post,
    date: post.date ?? facts?.date ?? null,
    ...(facts && facts.name !== null ? { fallback: facts.name } : {}),
  }));
  const before = trimmed(text, { start: 0, end: first.start });
  const header = before.start < before.end ? before : null;
  return { header, posts: withIds(posts), problems: mailProblems(text, mails) };
}

/**
 * Whether a text is surely mail: it begins with a line `From … Thu May  4 10:20:30 2016` and a header of mail, or with a line `From …` and
 * three usual fields; or its name says so and it begins with either.
 */
export function isMail(text: string, path: string | undefined): boolean {
  if (isMarkdown(path)) return false;
  const top = topOf(text);
  const separator = separatorAt(text, top);
  if (separator) {
    const { usual } = readMailHeader(text, nextLine(text, separator.end), text.length, FEW_LINES);
    return usual > (separator.dated || isMailFile(path) ? 0 : 2);
  }
  return isMailFile(path) && readMailHeader(text, top, text.length, FEW_LINES).usual > 1;
}

/** The first line that is not blank. */
function topOf(text: string): number {
  return /^\ufeff?(?:[ \t]*[\r\n])*/.exec(text)?.[0].length ?? 0;
}

function findStarts(text: string, path: string | undefined): Start[] {
  const top = topOf(text);
  const usual = text.startsWith('From ', top) ? 0 : readMailHeader(text, top, text.length, FEW_LINES).usual;
  const own = usual > 0 ? [{ start: top, header: top, came: null }] : [];
  if (isSingle(path)) {
    // A mail that is kept by itself may hold others.
    const separator = separatorAt(text, top);
    const starts = separator ? [startOf(text, separator)] : own;
    if (starts.length > 0) return starts;
  }
  const starts = findSeparators(text).map((separator) => startOf(text, separator));
  return usual > 1 || starts.length === 0 ? [...own, ...starts] : starts;
}

function isSingle(path: string | undefined): boolean {
  return path !== undefined && /\.eml$/i.test(path);
}

function startOf(text: string, { start, end, date }: Separator): Start {
  return { start, header: nextLine(text, end), came: date };
}

function readMail(text: string, { start, header: from, came }: Start, limit: number): ReadMail {
  const header = readMailHeader(text, from, limit);
  const { fields } = header;
  const { end } = trimmed(text, { start, end: limit });
  const headerEnd = trimmed(text, { start, end: Math.max(header.end, start + 1) }).end;
  const content = trimmed(text, { start: Math.min(header.bodyStart, end), end });
  const body = content.start < content.end ? { start: lineStart(text, content.start), end } : { start: end, end };
  const title = readSubject(text, fields.get('subject'));
  const author = readAuthor(text, fields.get('from'));
  const source = readList(text, fields.get('list-id'));
  const dateField = fields.get('date') ?? null;
  const written = dateField && readMailDate(text.slice(dateField.start, dateField.end));
  const post = {
    title: title?.value ?? null,
    date: written ?? came,
    source: source?.value ?? null,
    author: author?.value ?? null,
    authors: author?.names,
    span: { start, end },
    header: { start, end: headerEnd },
    body,
    places: {
      title: title?.span ?? null,
      date: written === null ? null : dateField,
      source: source?.span ?? null,
      author: author?.span ?? null,
    },
  };
  return { post, dateField, came: written === null && came !== null, encoded: isEncoded(text, header, body) };
}
