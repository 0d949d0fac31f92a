import { indexLines } from '../text/lines';
import type { Span } from '../text/span';
import { parseDate } from './dates';
import { readTomlFields } from './front-matter-toml';
import { readYamlFields } from './front-matter-yaml';
import { findField, joinNames, type Field, type FieldName } from './fields';
import { findMarkdownTitle } from './markdown-title';
import { readPathFacts } from './path-facts';
import type { FoundPosts } from './post';
import { withIds } from './post-id';
import { trimmed } from './rows';
import { collapse } from './words';

/** The front matter of a file, as offsets into its text. */
export interface FrontMatter {
  readonly kind: 'yaml' | 'toml';
  /** From the opening fence to behind the closing one. */
  readonly span: Span;
  /** The text between the fences. */
  readonly inner: Span;
}

/** Larger headers are not read. In UTF-16 code units; hundreds of times the length of real ones. */
const MAX_HEADER_LENGTH = 64 * 1024;

/**
 * Finds front matter: a first line `---` that a line `---` or `...` closes, or `+++` and `+++`. Null where the fence stays open: it is then
 * a horizontal rule.
 */
export function findFrontMatter(text: string): FrontMatter | null {
  const top = text.startsWith('\ufeff') ? 1 : 0;
  const fence = text.slice(top, top + 3);
  if (fence !== '---' && fence !== '+++') return null;
  const lines = indexLines(text);
  if (text.slice(top, lines.endOf(0)).trimEnd() !== fence) return null;
  for (let line = 1; line < lines.count; line++) {
    const start = lines.startOf(line);
    const head = text.slice(start, start + 3);
    if (head !== fence && !(fence === '---' && head === '...')) continue;
    if (text.slice(start + 3, lines.endOf(line)).trim() !== '') continue;
    const inner = { start: lines.startOf(1), end: start };
    return { kind: fence === '---' ? 'yaml' : 'toml', span: { start: top, end: start + 3 }, inner };
  }
  return null;
}

/**
 * Reads a text with front matter as one post. Title and date that the front matter lacks come from the first heading and the path
 * (`2016-05-04-slug.md`). Front matter that is broken, too large or nested too deeply has no fields, but still is the header.
 */
export function readFrontMatterPost(text: string, found: FrontMatter, path: string | undefined): FoundPosts {
  const facts = readPathFacts(path);
  const fields = readFields(text, found);
  const title = oneOf(fields, 'title');
  const date = oneOf(fields, 'date', (value) => parseDate(value));
  // Web clippers write the address of the page there, which names no publication.
  const source = oneOf(fields, 'source', (value) => (/^\w+:\/\//.test(value) ? null : value));
  const author = joinNames(findField(fields, 'author'));
  const body = trimmed(text, { start: found.span.end, end: text.length });
  const end = body.start < body.end ? body.end : found.span.end;
  const post = {
    title: title?.value ?? findMarkdownTitle(text.slice(found.span.end)),
    date: date?.value ?? facts.date,
    source: source?.value ?? null,
    author: author?.value ?? null,
    span: { start: found.span.start, end },
    header: found.span,
    body: { start: body.start < body.end ? lineStart(text, body.start) : end, end },
    places: {
      title: title?.span ?? null,
      date: date?.span ?? null,
      source: source?.span ?? null,
      author: author?.span ?? null,
    },
    ...(facts.name === null ? {} : { fallback: facts.name }),
  };
  return { header: null, posts: withIds([post]) };
}

function readFields(text: string, { kind, inner }: FrontMatter): Field[] {
  if (inner.end - inner.start > MAX_HEADER_LENGTH) return [];
  // The parsers do not take a lone carriage return for a line end. A line feed in its place keeps every offset.
  const header = text.slice(inner.start, inner.end).replace(/\r(?!\n)/g, '\n');
  const fields = kind === 'yaml' ? readYamlFields(header) : readTomlFields(header);
  const move = (span: Span | null) => span && { start: span.start + inner.start, end: span.end + inner.start };
  return fields.map((field) => ({
    ...field,
    values: field.values.map(({ text: value, span }) => ({ text: value, span: move(span) })),
  }));
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

/** The start of the line on which the first character of a body stands. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !'\r\n'.includes(text.charAt(start - 1))) start--;
  return start;
}
