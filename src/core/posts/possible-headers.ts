import type { Span } from '../text/span';
import { findBylineDate, readByline, RESEMBLES, type Byline } from './byline';
import { habitsOf, MAX_DATE_LENGTH, readDate, settleDate, type WrittenDate } from './dates';
import { endsLikePublication } from './names';
import type { Row } from './rows';
import { likenessToTitle } from './title-like';
import { readWords } from './words';

/** A date line with the lines around it, which may be the header of a post. Rows are indexes into the rows of the text. */
export interface PossibleHeader {
  readonly titleRow: number;
  readonly dateRow: number;
  /** The last row of the header: the byline's, or the date's. */
  readonly lastRow: number;
  readonly title: Span;
  readonly dateLine: DateLine;
  readonly byline: Byline | null;
  /** Whether the byline repeats the title: the source and author that it names are then reliable. */
  readonly titled: boolean;
  /** Whether the title ends as sentences do: without a byline, only the other headers can tell that it is a title. */
  readonly sentence: boolean;
}

export interface DateLine {
  readonly span: Span;
  /** Null when the line has the shape of a date, but leaves open which. */
  readonly date: string | null;
  /** Whether the line alone could mean several days, and other dates of the text decide; see `settleDate`. */
  readonly assumed: boolean;
}

/** The possible headers of a text, in its order. One date line can be in both lists. */
export interface PossibleHeaders {
  /** Headers that have a byline, which makes them sure. */
  readonly confirmed: readonly PossibleHeader[];
  /** The same lines read without a byline: headers only in an archive that has none. */
  readonly bare: readonly PossibleHeader[];
  readonly dates: RowDates;
}

/** The date of each row that is a date alone. */
export interface RowDates {
  readonly written: readonly (WrittenDate | null)[];
  /** See `habitsOf`. */
  readonly habits: ReadonlySet<string>;
}

/** A title or byline that somebody wrapped takes up to this many lines. */
const MAX_WRAPPED = 3;

/** A text with its lines, and the date of each that is a date alone. */
interface Lines {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly dates: readonly (WrittenDate | null)[];
  /** See `habitsOf`. */
  readonly habits: ReadonlySet<string>;
}

/** Looks at every line that is a date alone and has a line before it. */
export function findPossibleHeaders(text: string, rows: readonly Row[]): PossibleHeaders {
  const dates = rows.map(({ start, end }) => (end - start > MAX_DATE_LENGTH ? null : readDate(text.slice(start, end))));
  const lines: Lines = { text, rows, dates, habits: habitsOf(dates) };
  const confirmed: PossibleHeader[] = [];
  const bare: PossibleHeader[] = [];
  rows.forEach(({ start, end }, dateRow) => {
    const date = dates[dateRow];
    if (!date || dateRow === 0) return;
    const settled = settleDate(date, lines.habits);
    const dateLine = { span: { start, end }, date: settled, assumed: settled !== date.date };
    const sure = withByline(lines, dateRow, dateLine);
    if (sure) confirmed.push(sure);
    const possible = withoutByline(lines, dateRow, dateLine);
    if (possible) bare.push(possible);
  });
  return { confirmed, bare, dates: { written: dates, habits: lines.habits } };
}

/** The header around a date line with the byline that fits it best; null where none does. */
function withByline({ text, rows, dates, habits }: Lines, dateRow: number, dateLine: DateLine): PossibleHeader | null {
  // A date alone is no byline; neither are lines that begin with one.
  if (dates[dateRow + 1]) return null;
  let best: (PossibleHeader & { byline: Byline }) | null = null;
  for (const lastRow of bylineRows(rows, dateRow)) {
    const span = { start: rows[dateRow + 1]?.start ?? 0, end: rows[lastRow]?.end ?? 0 };
    const found = findBylineDate(text, span);
    for (const titleRow of titleRows(rows, dateRow)) {
      const title = { start: rows[titleRow]?.start ?? 0, end: rows[dateRow - 1]?.end ?? 0 };
      const byline = readByline(
        text,
        span,
        text.slice(title.start, title.end),
        found && { ...found, date: settleDate(found, habits) },
      );
      if (!byline || !isByline(text, byline, title, dateLine.date)) continue;
      if (best && !isBetter(byline, best.byline)) continue;
      const titled = byline.similarity >= RESEMBLES;
      best = { titleRow, dateRow, lastRow, title, dateLine, byline, titled, sentence: false };
    }
  }
  return best;
}

/** The header of title and date alone, each a paragraph of its own; null where the lines cannot be one. */
function withoutByline({ text, rows, dates }: Lines, dateRow: number, dateLine: DateLine): PossibleHeader | null {
  const row = rows[dateRow - 1];
  const apart = row?.opens && rows[dateRow]?.opens && (rows[dateRow + 1]?.opens ?? true);
  if (!apart || dateLine.date === null || dates[dateRow - 1]) return null;
  const likeness = likenessToTitle(text.slice(row.start, row.end));
  if (likeness === null) return null;
  const title = { start: row.start, end: row.end };
  const sentence = likeness === 'sentence';
  return { titleRow: dateRow - 1, dateRow, lastRow: dateRow, title, dateLine, byline: null, titled: false, sentence };
}

/** The line before the date, and with it the lines of its paragraph that a wrapped title may have. */
function titleRows(rows: readonly Row[], dateRow: number): number[] {
  const starts = [dateRow - 1];
  const paragraphs = rows[dateRow]?.opens;
  while (paragraphs && starts.length < MAX_WRAPPED) {
    const first = starts.at(-1) ?? 0;
    if (first === 0 || rows[first]?.opens) break;
    starts.push(first - 1);
  }
  return starts;
}

/** The line behind the date, and with it the lines of its paragraph, when the paragraph is short enough for a wrapped byline. */
function bylineRows(rows: readonly Row[], dateRow: number): number[] {
  const first = dateRow + 1;
  if (first >= rows.length) return [];
  let last = first;
  while (last + 1 < rows.length && !rows[last + 1]?.opens && last - first < MAX_WRAPPED) last++;
  return last > first && last - first < MAX_WRAPPED ? [first, last] : [first];
}

/** A byline with a date beats one without, then the more similar one wins. Of two equal ones the first stays, in the shorter header. */
function isBetter(a: Byline, b: Byline): boolean {
  if ((a.date === null) !== (b.date === null)) return a.date !== null;
  return a.similarity > b.similarity;
}

/**
 * Whether a line is the byline of a title. A line that resembles the title is, if it ends with a date or goes on as a credit does. A line
 * that hardly resembles it must end with the date of the date line, name a publication or have some words of the title, and the title
 * must look like one. Otherwise the last paragraph of a post would become the title of the next post, where that one has lost its own.
 */
function isByline(text: string, byline: Byline, title: Span, date: string | null): boolean {
  const parts = byline.segments.map((segment) => text.slice(segment.start, segment.end));
  if (byline.similarity >= RESEMBLES) {
    return byline.date !== null || isCredit(parts, byline.similarity, text.charAt(byline.span.end - 1));
  }
  if (!byline.date || parts.length === 0 || likenessToTitle(text.slice(title.start, title.end)) !== 'headline')
    return false;
  if (date !== null && byline.date.date !== date) return false;
  return byline.titled || parts.some((part) => wordCount(part) <= 5 && endsLikePublication(part));
}

/** Whether parts read as `source, author`, and not as a sentence that happens to begin with the words of the title. */
function isCredit(parts: readonly string[], similarity: number, end: string): boolean {
  if (parts.length === 0) return similarity >= 0.8 && end !== '.' && end !== ':';
  if (parts.length > 4) return false;
  const last = parts.at(-1)?.replace(/\b(?:inc|ltd|co|jr|sr)\.$/i, '') ?? '';
  if (/[.!?:;…]["'”’)]*$/.test(last)) return false;
  return wordCount(parts.join(' ')) <= 12 && parts.every(isNameLike);
}

/** Names begin with a letter or digit; a small word with more behind it begins a clause, unless it is `by` or `the`. */
function isNameLike(part: string): boolean {
  const name = part.replace(/^(?:by|the)\s+/i, '');
  return /^[\p{L}\p{N}]/u.test(name) && !/^\p{Ll}+\s/u.test(name);
}

function wordCount(text: string): number {
  return readWords(text).length;
}
