import type { Span } from '../text/span';
import { withoutTail } from './byline';
import { withoutMarks } from './day-lines';
import { readDate, readDateValue, type WrittenDate } from './dates';
import { meaningOf } from './detail-labels';
import { findLeadingDate } from './leading-date';
import { endsLikePublication, looksLikePeople } from './names';
import { trimmed, type Row } from './rows';
import { findTrailingDate } from './trailing-date';

/** What the lines below a heading or a day tell of a post. Places are offsets into the text; each is null where no line tells it. */
export interface Details {
  readonly title: Span | null;
  readonly date: (WrittenDate & { readonly span: Span }) | null;
  readonly source: Span | null;
  readonly author: Span | null;
  /** Behind the last of the lines. */
  readonly end: number;
  readonly lastRow: number;
  /** How many of the lines have a label, as `Date: …`. */
  readonly labelled: number;
}

type Fields = { -readonly [Name in 'title' | 'date' | 'source' | 'author']: Details[Name] };

/** No header has more lines, or longer ones in UTF-16 code units. */
const MAX_ROWS = 30;
const MAX_LENGTH = 400;

/**
 * Reads the lines from a row on that tell something of a post: `**Date**: 4 May 2016`, `Author: Mara Lind`, `*4 May 2016*`, `By Mara Lind`,
 * `4 May 2016 | Mara Lind | Coastal Review`. The first line that does not ends them. Null where the first row already is another.
 *
 * @param to the row before which they end anyway
 */
export function readDetails(text: string, rows: readonly Row[], from: number, to: number): Details | null {
  const fields: Fields = { title: null, date: null, source: null, author: null };
  let lastRow = -1;
  let labelled = 0;
  for (let index = from; index < Math.min(to, from + MAX_ROWS); index++) {
    const row = rows[index];
    if (!row || row.end - row.start > MAX_LENGTH) break;
    const found = readLine(text, row);
    if (!found) break;
    if (found.labelled) labelled++;
    // A line that repeats a field belongs to the text, or to the next post.
    if ((['title', 'date', 'source', 'author'] as const).some((name) => found[name] && fields[name])) break;
    for (const name of ['title', 'source', 'author'] as const) fields[name] ??= found[name] ?? null;
    fields.date ??= found.date ?? null;
    lastRow = index;
  }
  const last = rows[lastRow];
  return last ? { ...fields, end: last.end, lastRow, labelled } : null;
}

type Line = Partial<Fields> & { labelled: boolean };

/** A key and what stands around it, before its value: `- **Date:** `, `:date: `, `Date\t`. */
const KEY =
  /^(?:[-*+•>|]\s+)?(?:[*_]{1,3}|[:@]|<\w+>)?([\p{L}][\p{L}\p{M} ./_-]{0,30}?)(?:[*_]{1,3}|<\/\w+>)?\s?[:：](?:[*_]{1,3}|<\/\w+>)?(?:\s+|$|(?<=：))/u;

/** A key in the first cell of a row: `| Date | 4 May 2016 |`. */
const CELL = /^\|\s*[*_]{0,3}([\p{L}][\p{L}\p{M} _-]{0,30}?)[*_]{0,3}\s*\|\s*/u;

/** Whether a line begins with a label that is known: `Title: …`. */
export function hasLabel(line: string): boolean {
  const key = KEY.exec(line)?.[1];
  return key !== undefined && meaningOf(key) !== null;
}

function readLine(text: string, row: Span): Line | null {
  const { start, end } = withoutTags(text, row);
  const line = text.slice(start, end);
  if (/^\|[\s:|-]+$/.test(line)) return { labelled: true };
  const [before, key] = KEY.exec(line) ?? CELL.exec(line) ?? [];
  const meaning = key === undefined ? null : meaningOf(key);
  if (before === undefined || meaning === null) return readCreditLine(text, { start, end }, line);
  const value = withoutEmphasis(line, before.length);
  const span = trimmed(text, { start: start + value.start, end: start + value.end });
  const shown = text.slice(span.start, span.end);
  if (shown === '' || meaning === 'nothing' || meaning === 'path') return { labelled: true };
  if (meaning !== 'date') return { [meaning]: meaning === 'author' ? withoutBy(text, span) : span, labelled: true };
  const date = readDateValue(shown);
  if (date) return { date: { ...date, span }, labelled: true };
  const leading = findLeadingDate(shown);
  if (!leading) return { labelled: true };
  const place = { start: span.start + leading.start, end: span.start + leading.end };
  const people = readPeople(text, { start: span.start + leading.next, end: span.end }, true);
  return { ...people, date: { ...leading, span: place }, labelled: true };
}

/** A line without the tags of HTML around it: `<p class="date"><time>4 May 2016</time></p>`. */
function withoutTags(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  if (!line.startsWith('<')) return { start, end };
  const before = /^(?:<(?:p|div|span|time|em|i|b|strong|small|address|cite)\b[^<>]*>\s*)+/i.exec(line)?.[0].length ?? 0;
  const behind = /(?:\s*<\/[a-z]+>)+$/i.exec(line.slice(before))?.[0].length ?? 0;
  return before > 0 && behind > 0 ? { start: start + before, end: end - behind } : { start, end };
}

/** A date, a writer or both, without labels. */
function readCreditLine(text: string, row: Span, line: string): Line | null {
  const inner = withoutMarks(line);
  const shown = line.slice(inner.start, inner.end);
  const at = (start: number, end: number): Span => ({
    start: row.start + inner.start + start,
    end: row.start + inner.start + end,
  });
  const [, name] = /^(\p{Lu}[^<>@]{1,80}?)\s*<[^\s<>@]+@[^\s<>]+>/u.exec(line) ?? [];
  // The writer of AsciiDoc, `Mara Lind <mara@harbour.example>`: the name, never the address.
  if (name !== undefined && looksLikePeople(name))
    return { author: { start: row.start, end: row.start + name.length }, labelled: false };
  const whole = readDate(shown);
  if (whole) return { date: { ...whole, span: at(0, shown.length) }, labelled: false };
  const leading = findLeadingDate(shown);
  const trailing = leading ? null : findTrailingDate(shown);
  const before = trailing ? withoutTail(shown.slice(0, trailing.start)).length : shown.length;
  const [from, to] = leading ? [leading.next, shown.length] : [0, before];
  const found = leading ?? trailing;
  const people = readPeople(text, at(from, to), found !== null);
  if (!people) return null;
  if (!found) return people.author ? { ...people, labelled: false } : null;
  return { ...people, date: { ...found, span: at(found.start, found.end) }, labelled: false };
}

const SEPARATORS = /\s*(?:[|·•,;/]|—|–|\s-\s)\s*/gu;

/** The word before a writer's name in several languages, at the start of a line or behind a date. */
const BY =
  /^(?:by|written by|posted by|von|par|por|di|door|av|af|przez|napisał|от|автор|بقلم|كتب|نوشته|מאת|作者|文|記者|记者)[:：]?\s+/iu;

/** The writer and the publication among the parts of a line; null where a part is neither, so that the line may be text. */
function readPeople(text: string, span: Span, dated: boolean): Pick<Line, 'author' | 'source'> | null {
  let author: Span | null = null;
  let source: Span | null = null;
  let start = span.start;
  const line = text.slice(span.start, span.end);
  const ends = [...line.matchAll(SEPARATORS)].map(
    ({ 0: mark, index }) => [span.start + index, span.start + index + mark.length] as const,
  );
  for (const [end, next] of [...ends, [span.end, span.end] as const]) {
    const part = trimmed(text, { start, end });
    start = next;
    const shown = text.slice(part.start, part.end);
    if (shown === '' || /^(?:on|am|vom|le|el|il|em|posted|published)$/i.test(shown)) continue;
    const by = byLength(shown);
    if (by > 0 && shown.split(/\s+/).length <= 8 && !author && !/[.!?:]$/.test(shown))
      author = { start: part.start + by, end: part.end };
    else if (dated && endsLikePublication(shown) && !source) source = part;
    else if (dated && looksLikePeople(shown)) author = author ? { start: author.start, end: part.end } : part;
    else if (author && by === 0 && endsLikePublication(shown) && !source) source = part;
    else if (!dated || shown.split(/\s+/).length > 3 || /[.!?:]$/.test(shown)) return null;
  }
  return { author, source };
}

/** How long the word before a name is; 0 where none is, or a small letter follows, as in `by the sea`. */
function byLength(shown: string): number {
  const length = BY.exec(shown)?.[0].length ?? 0;
  return /^\p{Ll}/u.test(shown.slice(length)) ? 0 : length;
}

function withoutBy(text: string, span: Span): Span {
  return { start: span.start + byLength(text.slice(span.start, span.end)), end: span.end };
}

/** The rest of a line without quotation marks or emphasis around it. */
function withoutEmphasis(line: string, from: number): { start: number; end: number } {
  const value = line.slice(from).replace(/[\s|\\]+$/, '');
  const mark = /^(?:[*_]{1,3}|["'`“])/.exec(value)?.[0].length ?? 0;
  const behind = mark > 0 ? (/(?:[*_]{1,3}|["'`”])$/.exec(value.slice(mark))?.[0].length ?? 0) : 0;
  return behind > 0
    ? { start: from + mark, end: from + value.length - behind }
    : { start: from, end: from + value.length };
}
