import type { Problem } from '../problem';
import { quoted } from '../text/visible';
import type { Span } from '../text/span';
import { readDateValue } from './dates';
import { findField, joinNames, type Field, type FieldName } from './fields';
import { findFrontMatter, type FrontMatter } from './find-front-matter';
import { readTomlHeader } from './front-matter-toml';
import { readJsonHeader } from './front-matter-json';
import { readYamlHeader } from './front-matter-yaml';
import { isComment, type BrokenLine, type ReadHeader } from './header-lines';
import { findLooseHeader } from './loose-header';
import { findMarkdownTitle } from './markdown-title';
import { dateInPath, readPathFacts } from './path-facts';
import type { FoundPosts } from './post';
import { withIds } from './post-id';
import { lineStart, trimmed } from './rows';
import { collapse } from './words';

/**
 * Reads a text with front matter as one post; null where it has none. Title and date that the front matter lacks come from the first
 * heading and the path (`2016-05-04-slug.md`). A line that is broken is named as a problem, and the others are read.
 */
export function readFrontMatterPost(text: string, path: string | undefined): FoundPosts | null {
  const found = findFrontMatter(text);
  if (found) return readPost(text, found, readHeader(text, found), path);
  const loose = findLooseHeader(text, path);
  return loose && readPost(text, loose.found, { fields: loose.fields, broken: [] }, path);
}

function readPost(text: string, found: FrontMatter, header: ReadHeader, path: string | undefined): FoundPosts {
  const { fields } = header;
  const facts = readPathFacts(path);
  const title = oneOf(fields, 'title');
  const date = oneOf(fields, 'date', (value) => readDateValue(value)?.date ?? null);
  const address = oneOf(fields, 'path', dateInPath);
  // Web clippers write the address of the page there, which names no publication.
  const source = oneOf(fields, 'source', (value) => (/^\w+:\/\//.test(value) ? null : value));
  const author = joinNames(findField(fields, 'author'));
  const body = trimmed(text, { start: found.span.end, end: text.length });
  const end = body.start < body.end ? body.end : found.span.end;
  const post = {
    title: title?.value ?? findMarkdownTitle(text.slice(found.span.end)),
    date: date?.value ?? address?.value ?? facts.date,
    source: source?.value ?? null,
    author: author?.value ?? null,
    authors: author?.names,
    span: { start: found.span.start, end },
    header: found.span,
    body: { start: body.start < body.end ? lineStart(text, body.start) : end, end },
    places: {
      title: title?.span ?? null,
      date: date?.span ?? address?.span ?? null,
      source: source?.span ?? null,
      author: author?.span ?? null,
    },
    ...(facts.name === null ? {} : { fallback: facts.name }),
  };
  const problems = [
    ...header.broken.map((line) => brokenLine(text, found, line)),
    ...unreadDate(fields, date !== null, found),
  ];
  if (fields.length === 0 && problems.length === 0) problems.push(...emptyHeader(text, found));
  return { header: null, posts: withIds([post]), problems };
}

function readHeader(text: string, { kind, inner }: FrontMatter): ReadHeader {
  // The parsers do not take a lone carriage return for a line end. A line feed in its place keeps every offset.
  const header = text.slice(inner.start, inner.end).replace(/\r(?!\n)/g, '\n');
  const { fields, broken } = READERS[kind](header);
  const move = (span: Span): Span => ({ start: span.start + inner.start, end: span.end + inner.start });
  return {
    fields: fields.map((field) => ({
      ...field,
      values: field.values.map(({ text: value, span }) => ({ text: value, span: span && move(span) })),
    })),
    broken: broken.map((line) => ({ ...line, span: move(line.span) })),
  };
}

const READERS: Readonly<Record<FrontMatter['kind'], (header: string) => ReadHeader>> = {
  yaml: readYamlHeader,
  toml: readTomlHeader,
  json: readJsonHeader,
  lines: () => ({ fields: [], broken: [] }),
};

const LANGUAGES: Readonly<Record<FrontMatter['kind'], string>> = {
  yaml: 'YAML',
  toml: 'TOML',
  json: 'JSON',
  lines: 'key',
};

function brokenLine(text: string, { kind }: FrontMatter, { span, taken }: BrokenLine): Problem {
  const line = quoted(text.slice(span.start, Math.min(span.end, span.start + 100)));
  const expected = kind === 'toml' ? '“key = "value"”' : kind === 'json' ? '“"key": "value",”' : '“key: "value"”';
  const what = taken ? 'Its value is taken as it stands' : 'Nothing is taken from it';
  const message = `${line} cannot be read as ${LANGUAGES[kind]}. ${what}; the other lines are read. Write it as ${expected}.`;
  return { code: 'bad-header', severity: 'warning', message, span };
}

/** The problem of a date that is stated and cannot be read. */
function unreadDate(fields: readonly Field[], known: boolean, found: FrontMatter): Problem[] {
  const [value] = known ? [] : (findField(fields, 'date')[0]?.values ?? []);
  if (!value) return [];
  const days = readDateValue(value.text)?.readings.map((reading) => reading.date) ?? [];
  const why = days.length > 1 ? `can mean ${days.join(' or ')}` : 'is no date that Postgloss can read';
  const message = `${quoted(value.text)} ${why}. Write the date as 2016-05-04.`;
  return [{ code: 'unread-date', severity: 'warning', message, span: value.span ?? found.span }];
}

/** The problem of a header that has text, and no field. */
function emptyHeader(text: string, { inner }: FrontMatter): Problem[] {
  const span = trimmed(text, inner);
  if (span.start === span.end || isComment(text.slice(span.start, span.end))) return [];
  const end = span.start + (/[\r\n]/.exec(text.slice(span.start, span.end))?.index ?? span.end - span.start);
  const message =
    'The text begins with a header in which nothing can be read. Expected are lines such as “title: The harbour”.';
  return [{ code: 'bad-header', severity: 'warning', message, span: { start: span.start, end } }];
}

/** The first field of a kind whose first value can be read. */
function oneOf(fields: readonly Field[], name: FieldName, read: (value: string) => string | null = (value) => value) {
  for (const field of findField(fields, name)) {
    const [first] = field.values;
    const value = first ? read(collapse(first.text)) : null;
    if (first && value !== null && value !== '') return { value, span: first.span };
  }
  return null;
}
