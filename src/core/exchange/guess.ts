import { readTable } from '../tables/read-table';
import { textOf, type ByteFiles, type Format } from './format';
import { FORMATS } from './formats';
import { JSONL } from './formats/jsonl';
import { isQuoteTable } from './formats/table';
import { objectIn, readJson, type Json } from './json';

/** The format that the names of files tell; null where they tell none that is read. */
export function formatOfFiles(paths: readonly string[]): Format | null {
  const endings = paths.map((path) => path.slice(path.lastIndexOf('.') + 1).toLowerCase());
  const found = ENDINGS.find(([ending]) => endings.includes(ending));
  return FORMATS.find(({ name }) => name === found?.[1]) ?? null;
}

/** Of several files the first of these endings counts: a folder of brat has texts too. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ...([
    ['ann', 'brat'],
    ['xmi', 'xmi'],
    ['qdpx', 'refi'],
    ['qde', 'refi'],
    ['qdc', 'qdc'],
    ['jsonld', 'w3c'],
  ] as const),
  ...([
    ['csv', 'csv'],
    ['tsv', 'tsv'],
    ['tab', 'tsv'],
    ['jsonl', 'jsonl'],
    ['ndjson', 'jsonl'],
  ] as const),
];

/**
 * Whether a table or a file of JSON Lines holds annotations, and not entities of a registry: a table by its column `quote`, JSON Lines by a
 * line that has `text` with `spans`, `label` or `entities`. Files of other formats hold nothing else.
 */
export function holdsAnnotations(files: ByteFiles, format: Format): boolean {
  if (format.name === 'csv' || format.name === 'tsv') {
    const read = readTable(textOf(files, '') ?? '', format.name);
    return read.ok && isQuoteTable(read.table.columns);
  }
  return format !== JSONL || hasAnnotatedText(textOf(files, '') ?? '');
}

function hasAnnotatedText(text: string): boolean {
  const whole = /^\s*\[/.test(text) ? readJson(text) : null;
  if (whole?.ok === true && Array.isArray(whole.value)) return (whole.value as unknown[]).some(isAnnotated);
  // Lines of patterns for a matcher have a label too, and no text.
  return text.split(/\r\n?|\n/).some((line) => {
    if (line.trim() === '') return false;
    const read = readJson(line);
    return read.ok && isAnnotated(read.value);
  });
}

function isAnnotated(value: unknown): boolean {
  const object = objectIn({ value }, 'value');
  if (!object) return false;
  const isTask =
    objectIn(object, 'data') !== null && (hasList(object, 'annotations') || hasList(object, 'predictions'));
  return (
    isTask || (typeof object.text === 'string' && ['spans', 'label', 'entities'].some((key) => hasList(object, key)))
  );
}

function hasList(object: Json, key: string): boolean {
  return Array.isArray(object[key]);
}
