import { readArchive } from '../../../src/core/import-archive';
import { Importer, readHead, type ImportFormat } from '../../../src/core/imported';
import { growth, type GrowthCase } from './case';
import { PLAIN, YAML, type Shapes } from './shapes';

/** Brings a text in as a file, and counts the work of it all: reading, cleaning, naming, writing. */
async function bringIn(text: string, format: ImportFormat): Promise<unknown> {
  const importer = new Importer(new Map());
  const chunks = pieces(new TextEncoder().encode(text));
  const file = { name: 'a', chunks, tally: importer.tally, isInFolder: false };
  const made: unknown[] = [];
  for await (const post of readArchive(file, format)) made.push(importer.take(post));
  return [made, importer.report(false)];
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

const each = (shapes: Shapes, from: number, format: ImportFormat, wrap: (text: string) => string): GrowthCase[] =>
  Object.entries(shapes).map(([shape, make]) =>
    growth(`${format}, ${shape}`, from, (n: number) => wrap(make(n)), {
      'import-archive.readArchive': (text) => bringIn(text, format),
    }),
  );

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const repeat = (unit: string) => (n: number) => unit.repeat(Math.ceil(n / unit.length));

/** Markup that a parser may look through again and again. Elements nest in 1,000 levels at most, so that deep nests do not grow. */
const MARKUP: Shapes = {
  'text and no-break spaces': repeat('a &nbsp; '),
  'opened elements': (n) => '<b>'.repeat(Math.min(300, n / 3)),
  'closed elements': repeat('</b>'),
  'opened and closed elements': (n) => '<b>'.repeat(300) + '</i>'.repeat(n / 4),
  paragraphs: repeat('<p>a'),
  'items of lists': repeat('<li>a'),
  'lists in lists': (n) => '<ul><li>a'.repeat(Math.min(400, n / 9)),
  quotations: (n) => '<blockquote>a'.repeat(Math.min(400, n / 13)),
  cells: repeat('<td>a'),
  'cells in cells': (n) => '<table><tr><td>a'.repeat(Math.min(100, n / 16)),
  'kept spaces': (n) => `<pre>${' \n'.repeat(n / 2)}`,
  breaks: repeat('<br>\n'),
  comments: repeat('<!-- a -->'),
  'comments that do not end': repeat('<!--'),
  'a tag that does not end': (n) => `<a ${'b="c" '.repeat(n / 6)}`,
  attributes: (n) => `<a ${Array.from({ length: n / 8 }, (_, i) => `a${i}="b"`).join(' ')}>x</a>`,
  'signs of entities': repeat('&'),
  entities: repeat('&amp;'),
  'shortcodes that do not end': repeat('[a '),
  shortcodes: repeat('[a b="c"][/a]'),
  notes: repeat('<sup><a href="#a">1</a></sup>'),
  'notes that do not end': (n) => `${'<sup><a href="#a">1'.repeat(100)}${'1'.repeat(n)}`,
};

const wordpress = (content: string) =>
  `<rss><channel><title>a</title><item><title>${content}</title><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;

export const IMPORT_CASES: readonly GrowthCase[] = [
  ...each(
    PLAIN,
    2000,
    'csv',
    (text) =>
      `text,title,author,url,date\n${quoted(text)},${quoted(text)},${quoted(text)},https://x/${quoted(text)},1\n`,
  ),
  ...each(
    { notes: repeat('a&amp;<b>'), comments: repeat('<!-- a -->'), ends: repeat('</b>'), ...PLAIN },
    1000,
    'wordpress',
    wordpress,
  ),
  ...each({ ...MARKUP, ...PLAIN }, 2000, 'jsonl', (text) => JSON.stringify({ html: text })),
  ...each(
    { articles: repeat('<article><h2>a</h2>a</article>'), paragraphs: repeat('<p>a'), cells: repeat('<td>a') },
    2000,
    'html',
    (text) => `<html>${text}</html>`,
  ),
  ...each(
    {
      from: repeat('From a@b.c Thu May  4 10:20:30 2016\na: b\n\n'),
      quoted: repeat('>From \n'),
      undecided: repeat('From '),
      lines: repeat('a\n'),
    },
    4000,
    'mbox',
    (text) => `From a@b.c\nFrom: a\n\n${text}`,
  ),
  ...each(
    { header: repeat('a: b\n'), folded: repeat(' a\n'), parts: repeat('--b\n\na\n'), ...PLAIN },
    2000,
    'eml',
    (text) => `From: ${text}\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n${text}\n\n${text}`,
  ),
  ...Object.entries(YAML).map(([shape, make]) =>
    growth(`a head, ${shape}`, 2000, (n: number) => `---\n${make(n)}\nimported: "0123456789abcdef"\n---\n`, {
      'imported.readHead': (text: string) => readHead(text),
    }),
  ),
];
