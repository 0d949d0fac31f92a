import type { Span } from '../text/span';
import { splitAuthors } from './authors';
import { collapse } from './words';

/** One value of a field. The span is its place in the header, without quotation marks; null where that is not known. */
export interface FieldValue {
  readonly text: string;
  readonly span: Span | null;
}

/** A field of front matter. A field with a list has several values. */
export interface Field {
  /** In the form of `comparableKey`. */
  readonly key: string;
  /** Whether it stands at the top level, and not in a table such as `[extra]`. */
  readonly top: boolean;
  readonly values: readonly FieldValue[];
}

export type FieldName = 'title' | 'date' | 'source' | 'author' | 'path';

/** The keys that site generators and clippers use, in order of preference. */
const KEYS: Record<FieldName, readonly string[]> = {
  title: ['title'],
  date: [
    'date',
    'published',
    'pubdate',
    'publishdate',
    'publisheddate',
    'publishedat',
    'publishedon',
    'datepublished',
    'publicationdate',
    'created',
    'createdat',
    'createdon',
    'datecreated',
    'creationdate',
    'revdate',
    'docdate',
  ],
  source: ['source', 'publication', 'publisher', 'site', 'sitename'],
  author: ['author', 'authors', 'by', 'byline', 'creator', 'creators'],
  // The address of the page, which often begins with its date.
  path: ['path', 'permalink', 'url', 'slug'],
};

/** All keys that tell something of a post. */
const KNOWN = new Set(Object.values(KEYS).flat());

/** The tables in which site generators keep fields of their users, and Zola its authors. */
const TABLES = new Set(['extra', 'params', 'taxonomies']);

/** A key in lower case, without `_`, `-` and spaces: `published_at`, `publishedAt` and `Published-At` are one. */
export function comparableKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]+/g, '');
}

/** The field of which a key tells, in the form of `comparableKey`; null where it tells none. */
export function keyMeaning(key: string): FieldName | null {
  if (!KNOWN.has(key)) return null;
  return (Object.keys(KEYS) as FieldName[]).find((name) => KEYS[name].includes(key)) ?? null;
}

/** Whether a key tells something of a post, or is a table that may. */
export function isKnownKey(key: string): boolean {
  return KNOWN.has(comparableKey(key)) || isFieldTable(key);
}

/** Whether the fields of a table of this name count as fields of the post. */
export function isFieldTable(key: string): boolean {
  return TABLES.has(comparableKey(key));
}

/** Whether a key of a map holds its name, as in `author: { name: Mara Lind }`. */
export function isNameKey(key: string): boolean {
  return ['name', 'title'].includes(comparableKey(key));
}

/** The fields that may hold a title, date, source or author, best first. The top level precedes tables; empty fields are left out. */
export function findField(fields: readonly Field[], name: FieldName): Field[] {
  const known = fields.map((field) => ({ ...field, values: field.values.filter((value) => value.text.trim() !== '') }));
  const ranked = KEYS[name].flatMap((key) => known.filter((field) => field.key === key && field.values.length > 0));
  return [...ranked.filter((field) => field.top), ...ranked.filter((field) => !field.top)];
}

/** The names in the first of some fields: as one text, `Mara Lind, Jon Vey`, and each. The span reaches from the first name to the last. */
export function joinNames(
  fields: readonly Field[],
): { value: string; names: readonly string[]; span: Span | null } | null {
  const values = (fields[0]?.values ?? []).map(readName).filter(({ text }) => text !== '');
  if (values.length === 0) return null;
  const [first, last] = [values[0]?.span, values.at(-1)?.span];
  const span = first && last && first.start <= last.start ? { start: first.start, end: last.end } : null;
  const names = values.map(({ text }) => text);
  return { value: names.join(', '), names: [...new Set(names.flatMap(splitAuthors))], span };
}

/** Cuts off the word `by`, an address, `Mara Lind <mara@harbour.example>`, and the brackets of a wiki link: `[[people/mara|Mara Lind]]`. */
function readName({ text, span }: FieldValue): FieldValue {
  const start = /^\s*(?:by\s+)?(?:\[\[(?:[^\]|]*\|)?)?/i.exec(text)?.[0].length ?? 0;
  const address = /\s<[^\s<>]{1,200}@[^\s<>]{1,200}>$/.exec(text);
  const end = text.endsWith(']]') ? text.length - 2 : (address?.index ?? text.length);
  // Where escapes make the written form longer than the value, the whole written form is the place.
  const exact = span !== null && span.end - span.start === text.length;
  return {
    text: collapse(text.slice(start, end)),
    span: exact ? { start: span.start + start, end: span.start + Math.max(start, end) } : span,
  };
}
