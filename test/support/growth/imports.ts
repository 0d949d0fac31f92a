import { readArchive } from '../../../src/core/import-archive';
import { Importer, readHead, type ImportFormat } from '../../../src/core/imported';
import { growth, type GrowthCase } from './case';
import { LINES, PLAIN, TABLES, YAML, type Shapes } from './shapes';

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

export const IMPORT_CASES: readonly GrowthCase[] = [
  ...each(TABLES, 1000, 'csv', (text) => text),
  ...each(LINES, 4000, 'jsonl', (text) => text),
  ...each(
    PLAIN,
    2000,
    'csv',
    (text) =>
      `text,title,author,url,date\n${quoted(text)},${quoted(text)},${quoted(text)},https://x/${quoted(text)},1\n`,
  ),
  ...Object.entries(YAML).map(([shape, make]) =>
    growth(`a head, ${shape}`, 2000, (n: number) => `---\n${make(n)}\nimported: "0123456789abcdef"\n---\n`, {
      'imported.readHead': (text: string) => readHead(text),
    }),
  ),
];
