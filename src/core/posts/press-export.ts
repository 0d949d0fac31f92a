import type { Span } from '../text/span';
import type { ToldDate } from './archive-problems';
import { DayReader } from './day-lines';
import { MAX_DATE_LENGTH, readDate } from './dates';
import { readDetails } from './details';
import type { Entry } from './entries';
import { findLeadingDate } from './leading-date';
import type { RowDates } from './possible-headers';
import type { Row } from './rows';

/** The line that counts words: `LENGTH: 500 words` of Nexis, `500 words` of Factiva. */
const COUNT =
  /^(?:(?:LENGTH|LÄNGE|LONGUEUR|LONGITUD|LUNGHEZZA|LENGTE|COMPRIMENTO)\s*:\s*)?\d[\d.,\u00a0]*\s+(?:words?|Wörter|Worte|mots?|palabras|parole|woorden|palavras|слов[а-я]?)$/iu;

const HAS_COUNT =
  /^[^\S\r\n]*(?:\p{L}{5,11}\s*:\s*)?\d[\d.,\u00a0]*[^\S\r\n]+(?:words?|Wörter|Worte|mots?|palabras|parole|woorden|palavras|слов)/imu;

/** Lines of an export that are neither title nor publication. */
const ELSE =
  /^(?:\d+ (?:of|von|de|sur|di|van) \d+ |(?:Document|Dokument)\b|End of Document|Copyright|©|\(c\)|All Rights Reserved|Load-Date|Language:|Publication-Type|Body$)/iu;

const LABEL = /^[\p{L}-]{4,20}:(?:\s|$)/u;

/** A header has no more rows above and below its count of words. */
const MAX_ROWS = 15;

/**
 * Reads what Nexis and Factiva export as text: articles with title, publication, date and number of words on lines of their own, in three
 * orders. Null where the text has none.
 */
export function readPressExport(
  text: string,
  rows: readonly Row[],
  { habits }: RowDates,
  path: string | undefined,
): Entry[] | null {
  if (!HAS_COUNT.test(text)) return null;
  const reader = new DayReader(habits, path);
  const found: (Omit<Entry, 'end'> & { row: number })[] = [];
  let from = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (!row || row.end - row.start > 40 || !COUNT.test(text.slice(row.start, row.end))) continue;
    const article = readArticle(text, rows, index, Math.max(from, index - MAX_ROWS), reader);
    if (!article) continue;
    found.push(article.entry);
    from = article.last + 1;
    index = article.last;
  }
  if (found.length === 0) return null;
  return found.map(({ row: _, ...entry }, index) => ({
    ...entry,
    end: rows[found[index + 1]?.row ?? rows.length]?.start ?? text.length,
  }));
}

function readArticle(text: string, rows: readonly Row[], count: number, from: number, reader: DayReader) {
  const line = (index: number) => text.slice(rows[index]?.start ?? 0, rows[index]?.end ?? 0);
  const isElse = (index: number) =>
    index < from || index >= rows.length || ELSE.test(line(index)) || LABEL.test(line(index));
  const spanOf = (index: number): Span | null =>
    isElse(index) || !rows[index] ? null : { start: rows[index].start, end: rows[index].end };
  const day = (index: number): ToldDate | null => dayAt(text, rows[index], reader);

  let title: Span | null;
  let source: Span | null;
  let first: number;
  let author: Span | null = null;
  let last = count;
  let date = count + 1 < rows.length && !line(count).includes(':') ? day(count + 1) : null;
  if (date) {
    // Factiva: title, writer, number of words, date, publication.
    const by = /^(?:by|von|par|por|di|door)\s/i.test(line(count - 1)) ? 1 : 0;
    author = by > 0 ? (readDetails(text, rows, count - 1, count)?.author ?? null) : null;
    first = count - 1 - by;
    title = spanOf(first);
    source = spanOf(count + 2);
    last = count + (source ? 2 : 1);
  } else {
    let dateRow = count - 1;
    while (dateRow >= from && !(date = day(dateRow))) dateRow--;
    if (!date) return null;
    source = spanOf(dateRow - 1);
    let headline = dateRow + 1;
    // An edition can stand right below the date.
    while (headline < count && (isElse(headline) || !rows[headline]?.opens)) headline++;
    // Nexis before 2018 writes publication, date, title; Nexis Uni title, publication, date.
    const below = headline < count;
    title = below
      ? { start: rows[headline]?.start ?? 0, end: lastOfTitle(rows, headline, count, isElse) }
      : spanOf(dateRow - 2);
    first = dateRow - (source ? 1 : 0) - (title && !below ? 1 : 0);
    for (let row = dateRow + 1; row < Math.min(rows.length, count + MAX_ROWS); row++) {
      const isLabel = LABEL.test(line(row));
      if (row > count && !isLabel) break;
      last = Math.max(last, row);
      if (isLabel) author ??= readDetails(text, rows, row, row + 1)?.author ?? null;
    }
    if (/^(?:Body|Text|Volltext|Corps|Cuerpo)$/i.test(line(last + 1))) last++;
  }
  if (!title && !source) return null;
  // “3 of 500 DOCUMENTS” belongs to the article below it.
  if (first > from && /^\d+ \p{L}+ \d+ /u.test(line(first - 1))) first--;
  const header = { start: rows[first]?.start ?? 0, end: rows[last]?.end ?? 0 };
  return { last, entry: { row: first, header, title, date, source, author } };
}

/** The end of a title that goes on in the next rows of its paragraph. */
function lastOfTitle(rows: readonly Row[], first: number, to: number, isElse: (index: number) => boolean): number {
  let last = first;
  while (last + 1 < to && !rows[last + 1]?.opens && !isElse(last + 1)) last++;
  return rows[last]?.end ?? 0;
}

/** `May 4, 2016 Wednesday`, with an edition behind it or not. */
function dayAt(text: string, row: Row | undefined, reader: DayReader): ToldDate | null {
  if (!row || row.end - row.start > MAX_DATE_LENGTH) return null;
  const line = text.slice(row.start, row.end);
  // Exports name the year in full.
  if (!/\p{Nd}{4}/u.test(line)) return null;
  const whole = readDate(line);
  if (whole) return reader.told(whole, { start: row.start, end: row.end });
  const leading = findLeadingDate(line);
  return leading && reader.told(leading, { start: row.start + leading.start, end: row.start + leading.end });
}
