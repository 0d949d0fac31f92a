import type { Span } from '../text/span';
import { archiveProblems } from './archive-problems';
import { findPossibleHeaders, type PossibleHeader } from './possible-headers';
import { readCredit, type Credit, type KnownNames } from './credit';
import { chooseHeaders } from './habit';
import { looksLikePeople } from './names';
import type { FoundPosts } from './post';
import { withIds, type Unnamed } from './post-id';
import { readRows, type Row } from './rows';
import { collapse, comparableName } from './words';

/**
 * Reads a text with many posts, one behind the other without separators, each with a title line, a date line and (mostly) a byline
 * `title again, source[, author], date`. A text without posts has no header either.
 *
 * @param trusted whether somebody has said that the text is such an archive; see `chooseHeaders`
 */
export function readPostArchive(text: string, trusted: boolean): FoundPosts {
  const rows = readRows(text);
  const possible = findPossibleHeaders(text, rows);
  const chosen = chooseHeaders(possible, trusted);
  const known = knownNames(text, chosen);
  const posts = chosen.map((header, index) => readPost(text, rows, header, chosen[index + 1], known));
  const header = archiveHeader(rows, chosen[0]);
  return { header, posts: withIds(posts), problems: archiveProblems(text, rows, possible, chosen, trusted) };
}

function readPost(
  text: string,
  rows: readonly Row[],
  post: PossibleHeader,
  next: PossibleHeader | undefined,
  known: KnownNames,
): Unnamed {
  const { title, byline, dateLine } = post;
  const lastRow = next ? next.titleRow - 1 : rows.length - 1;
  const headerEnd = rows[post.lastRow]?.end ?? title.end;
  const end = rows[lastRow]?.end ?? headerEnd;
  const bodyStart = lastRow > post.lastRow ? (rows[post.lastRow + 1]?.lineStart ?? end) : end;
  const credit = creditOf(text, post, known);
  // The date line counts. Where it is ambiguous, the byline's date does.
  const date =
    dateLine.date === null && byline?.date?.date ? { span: byline.date.span, date: byline.date.date } : dateLine;
  return {
    title: valueOf(text, title),
    date: date.date,
    source: valueOf(text, credit.source),
    author: valueOf(text, credit.author),
    span: { start: title.start, end },
    header: { start: title.start, end: headerEnd },
    body: { start: bodyStart, end },
    places: { title, date: date.date === null ? null : date.span, source: credit.source, author: credit.author },
  };
}

/** The sources and authors in the bylines that repeat their title. They help to read the other bylines. */
function knownNames(text: string, posts: readonly PossibleHeader[]): KnownNames {
  const sources = new Set<string>();
  const authors = new Set<string>();
  const none: KnownNames = { sources: new Set(), authors: new Set() };
  for (const post of posts) {
    if (!post.titled) continue;
    const { source, author } = creditOf(text, post, none);
    const [from, by] = [valueOf(text, source), valueOf(text, author)];
    // One name alone that could be a person's is no evidence: the byline may have left out the source.
    if (from !== null && (by !== null || !looksLikePeople(from))) sources.add(comparableName(from));
    if (by !== null) authors.add(comparableName(by));
  }
  return { sources, authors };
}

function creditOf(text: string, { byline }: PossibleHeader, known: KnownNames): Credit {
  return byline ? readCredit(text, byline.segments, byline.titled, known) : { source: null, author: null };
}

function valueOf(text: string, span: Span): string;
function valueOf(text: string, span: Span | null): string | null;
function valueOf(text: string, span: Span | null): string | null {
  return span && collapse(text.slice(span.start, span.end));
}

/** The text before the first title, without the white space around it. */
function archiveHeader(rows: readonly Row[], first: PossibleHeader | undefined): Span | null {
  const top = rows[0];
  const last = first && rows[first.titleRow - 1];
  return top && last ? { start: top.start, end: last.end } : null;
}
