import type { Problem } from '../problem';
import type { Span } from '../text/span';
import { dateProblems, type ToldDate } from './archive-problems';
import type { FoundPosts } from './post';
import { withIds, type Unnamed } from './post-id';
import type { Row } from './rows';
import { collapse } from './words';

/** A post of a text that is laid out in another way than by title, date line and byline. Each place is null where the text has none. */
export interface Entry {
  /** From the first code unit of its header to behind the last one. */
  readonly header: Span;
  /** Where its text ends at the latest: before a heading above it, or a divider. The next entry ends it anyway. */
  readonly end: number;
  readonly title: Span | null;
  readonly date: ToldDate | null;
  readonly source: Span | null;
  readonly author: Span | null;
  /** The fields where they are not what stands at their places, as with escapes in front matter. */
  readonly values?: Readonly<Record<'title' | 'source' | 'author', string | null>>;
  /** What of its header could not be read; places in the text. */
  readonly problems?: readonly Problem[];
}

/**
 * Makes posts of entries. Text before the first entry is the header of the archive.
 *
 * @param entries in the order of the text, disjoint
 */
export function postsOf(text: string, rows: readonly Row[], entries: readonly Entry[]): FoundPosts {
  let row = 0;
  const posts = entries.map((entry, index): Unnamed => {
    const { header } = entry;
    const limit = Math.min(entry.end, entries[index + 1]?.header.start ?? text.length);
    while (row < rows.length && (rows[row]?.end ?? 0) <= header.end) row++;
    const first = rows[row];
    // A date can stand before the text on one line.
    const start = first && Math.max(first.lineStart, header.end + blanksAt(text, header.end, first.end));
    while (row < rows.length && (rows[row]?.start ?? 0) < limit) row++;
    const last = rows[row - 1];
    const hasBody = first !== undefined && last !== undefined && first.start < limit && last.end > header.end;
    const end = hasBody ? last.end : header.end;
    return {
      title: entry.values ? entry.values.title : valueOf(text, entry.title),
      date: entry.date?.date ?? null,
      source: entry.values ? entry.values.source : valueOf(text, entry.source),
      author: entry.values ? entry.values.author : valueOf(text, entry.author),
      span: { start: header.start, end },
      header,
      body: { start: hasBody && start !== undefined ? start : end, end },
      places: {
        title: entry.title,
        date: entry.date && entry.date.date !== null ? entry.date.span : null,
        source: entry.source,
        author: entry.author,
      },
    };
  });
  const top = rows[0];
  const start = entries[0]?.header.start ?? 0;
  const above = text.slice(top?.start ?? 0, start).trimEnd().length;
  const header = top && above > 0 ? { start: top.start, end: top.start + above } : null;
  const dates = dateProblems(
    text,
    entries.flatMap(({ date }) => date ?? []),
  );
  return { header, posts: withIds(posts), problems: [...entries.flatMap(({ problems }) => problems ?? []), ...dates] };
}

/** How many blanks stand at an offset, if they are followed by text of the same line. */
function blanksAt(text: string, at: number, lineEnd: number): number {
  const rest = text.slice(at, lineEnd);
  return /[\r\n]/.test(rest) ? 0 : rest.length - rest.trimStart().length;
}

function valueOf(text: string, span: Span | null): string | null {
  return span && collapse(text.slice(span.start, span.end));
}
