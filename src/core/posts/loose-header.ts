import { readDateValue } from './dates';
import { isMarkdown } from './file-endings';
import { comparableKey, isKnownKey, type Field } from './fields';
import type { FrontMatter } from './find-front-matter';

/** A header without an opening fence, with its fields. Spans are offsets into the text. */
export interface LooseHeader {
  readonly found: FrontMatter;
  readonly fields: readonly Field[];
}

/** A line of a text, its span without the line end. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/** How a header without fences writes its lines. */
interface Style {
  /** Groups: what stands before the value, and in it the key. */
  readonly line: RegExp;
  /** Lines that may stand between. */
  readonly skip: RegExp;
  /** How many known keys it must have. */
  readonly keys: number;
}

/** No header has more lines, or longer ones in UTF-16 code units. */
const MAX_LINES = 100;
const MAX_LINE_LENGTH = 4000;

const STYLES: readonly Style[] = [
  // Nikola, in a comment of Markdown or not: .. title: The harbour
  { line: /^(\.\. ([\w-]+):[ \t]*)/, skip: /^(?:<!--|-->|)[ \t]*$/, keys: 1 },
  // Org: #+TITLE: The harbour
  { line: /^(#\+([\w-]+):[ \t]*)/, skip: /^(?:#(?: .*)?|)$/, keys: 1 },
  // Pelican, MultiMarkdown and Hexo: Title: The harbour
  { line: /^((\p{L}[\p{L}\p{N} _-]{0,40}):(?:[ \t]+|$))/u, skip: /^$(?!)/, keys: 2 },
  // The fields below a title in reStructuredText and AsciiDoc: :date: 2016-05-04
  { line: /^(:([\w -]{1,40}):(?:[ \t]+|$))/, skip: /^$(?!)/, keys: 1 },
];

/** Keys that tell nothing of a post, but show that a line is of a header. */
const USUAL = new Set(
  `category categories tag tags keywords slug summary description subtitle status modified updated lastmod lang language layout template
  type draft comments permalink affiliation copyright email link excerpt image cover series toc math`.split(/\s+/),
);

/** Whether a key, in the form of `comparableKey`, tells nothing of a post, but stands in the headers of posts. */
export function isUsualKey(key: string): boolean {
  return USUAL.has(key);
}

/**
 * Finds a header that no fence opens: lines `Title: …` to the first blank line or to a fence, `.. title: …`, `#+TITLE: …`, the fields
 * below a title, and Pandoc's `% title`. Null where the first lines are anything else.
 */
export function findLooseHeader(text: string, path: string | undefined): LooseHeader | null {
  const lines = firstLines(text);
  const [first] = lines;
  if (!first) return null;
  if (/^%[ \t]/.test(first.text)) return isMarkdown(path) ? readPandoc(lines) : null;
  const title = titleAbove(lines);
  const from = title ? title.lines : 0;
  for (const style of STYLES) {
    const header = readStyle(lines.slice(from), style, first.start);
    if (!header) continue;
    return title ? { ...header, fields: [...title.fields, ...header.fields] } : header;
  }
  if (!title || title.fields.length < 2) return null;
  const span = { start: first.start, end: title.end };
  return { found: { kind: 'lines', span, inner: span }, fields: title.fields };
}

/** The lines at the top of a text, blank ones before them left out. */
function firstLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = /^[\ufeff\s]*(?=\S)/.exec(text)?.[0].length ?? 0;
  // A line that is indented is no header.
  if (start > 0 && !/[\ufeff\r\n]/.test(text.charAt(start - 1))) return [];
  while (start < text.length && lines.length < MAX_LINES) {
    const length = /[\r\n]/.exec(text.slice(start, start + MAX_LINE_LENGTH))?.index ?? MAX_LINE_LENGTH;
    const line = text.slice(start, start + length);
    lines.push({ start, text: line.trimEnd() });
    if (length === MAX_LINE_LENGTH) break;
    start += length + (text.startsWith('\r\n', start + length) ? 2 : 1);
  }
  return lines;
}

function readStyle(lines: readonly Line[], style: Style, start: number): LooseHeader | null {
  const fields: Field[] = [];
  let end = -1;
  let keys = 0;
  let telling = false;
  let fence: Line | null = null;
  for (const { start: at, text } of lines) {
    const [, before, key = ''] = style.line.exec(text) ?? [];
    if (before !== undefined) {
      const name = comparableKey(key);
      if (isKnownKey(name) || USUAL.has(name)) keys++;
      telling ||= isKnownKey(name);
      fields.push(fieldOf(name, at + before.length, text.slice(before.length)));
      end = at + text.length;
    } else if (/^[ \t]+\S/.test(text) && fields.length > 0) end = at + text.length;
    else if (/^-{3,}$/.test(text) && fields.length > 0) {
      fence = { start: at, text };
      break;
    } else if (style.skip.test(text)) end = text.startsWith('-->') && fields.length > 0 ? at + text.length : end;
    else if (text === '') break;
    else if (style.keys === 1 && fields.length > 0) break;
    else return null;
  }
  if (end < 0 || !telling || keys < style.keys) return null;
  const found = {
    kind: 'lines' as const,
    span: { start, end: fence ? fence.start + fence.text.length : end },
    inner: { start, end },
  };
  return { found, fields };
}

function fieldOf(key: string, start: number, value: string): Field {
  const [, quote = '', inner = ''] = /^(["']?)(.*)\1$/.exec(value) ?? [];
  const text = quote !== '' && !inner.includes(quote) ? inner : value;
  const from = start + (text === value ? 0 : quote.length);
  return { key, top: true, values: [{ text, span: { start: from, end: from + text.length } }] };
}

/**
 * The title of reStructuredText (a line with a line of marks below it, and above it or not) or AsciiDoc (`= Title`) at the top, with the
 * lines of AsciiDoc below it that name writers and the date.
 */
function titleAbove(lines: readonly Line[]): { fields: readonly Field[]; lines: number; end: number } | null {
  const over = RULE.test(lines[0]?.text ?? '') ? 1 : 0;
  const title = lines[over];
  if (!title) return null;
  const asciidoc = /^= +(?=\S)/.exec(title.text)?.[0].length;
  if (asciidoc === undefined && !RULE.test(lines[over + 1]?.text ?? '')) return null;
  const skipped = asciidoc ?? title.text.length - title.text.trimStart().length;
  const fields = [fieldOf('title', title.start + skipped, title.text.slice(skipped))];
  let next = over + (asciidoc === undefined ? 2 : 1);
  if (asciidoc !== undefined) {
    const below = revisionBelow(lines.slice(next, next + 2));
    fields.push(...below);
    next += below.length;
  }
  const last = lines[next - 1] ?? title;
  while (lines[next]?.text === '') next++;
  if (!/^:[\w -]{1,40}:/.test(lines[next]?.text ?? '') && fields.length < 2) return null;
  return { fields, lines: next, end: last.start + last.text.length };
}

/** The line of writers, `Mara Lind <mara@harbour.example>; Jon Vey <…>`, without their addresses, and that of the revision, `v1.0, 2016-05-04`. */
function revisionBelow(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  for (const { start, text } of lines) {
    const writers = [...text.matchAll(WRITER)];
    if (fields.length === 0 && writers.length > 0 && writers.map(([whole]) => whole).join('') === text) {
      const values = writers.map(({ 1: name = '', index }) => ({
        text: name,
        span: { start: start + index, end: start + index + name.length },
      }));
      fields.push({ key: 'author', top: true, values });
      continue;
    }
    const revision = /^(?:v?[\d.]+(?:,\s*|$))?([^:]*)/i.exec(text);
    const date = revision?.[1] ?? '';
    if (date === '' || !readDateValue(date)?.date) break;
    const at = start + text.indexOf(date);
    fields.push({ key: 'date', top: true, values: [{ text: date, span: { start: at, end: at + date.length } }] });
    break;
  }
  return fields;
}

const WRITER = /(\p{L}[\p{L}\p{M}.'’ _-]{0,80}?)\s*<[^\s<>]{1,200}@[^\s<>]{1,200}>\s*(?:;\s*)?/gu;

const RULE = /^([=~#*^"-])\1{2,}$/;

/** Pandoc's title block: title, authors and date, each behind `%`. */
function readPandoc(lines: readonly Line[]): LooseHeader | null {
  const fields: Field[] = [];
  let last = lines[0];
  for (const line of lines) {
    if (/^[ \t]+\S/.test(line.text)) {
      last = line;
      continue;
    }
    const before = /^%[ \t]*/.exec(line.text)?.[0].length;
    if (before === undefined || fields.length === 3) break;
    last = line;
    fields.push(
      fieldOf(
        ['title', 'author', 'date'][fields.length] ?? '',
        line.start + before,
        line.text.slice(before).replaceAll(';', ','),
      ),
    );
  }
  const start = lines[0]?.start ?? 0;
  const span = { start, end: (last?.start ?? 0) + (last?.text.length ?? 0) };
  return { found: { kind: 'lines', span, inner: span }, fields };
}
