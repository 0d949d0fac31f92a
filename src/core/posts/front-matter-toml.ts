import { parse } from 'smol-toml';
import type { Span } from '../text/span';
import { comparableKey, isFieldTable, isNameKey, type Field, type FieldValue } from './fields';
import { readEntries, type Notation, type ReadHeader } from './header-lines';

/** The place of a key's value in a header. */
interface Region extends Span {
  readonly table: string;
  readonly key: string;
}

/** Larger headers are read entry by entry. In UTF-16 code units. */
const MAX_HEADER_LENGTH = 64 * 1024;

/**
 * Reads the fields of a TOML header, its fences left out; spans are offsets into it, null for values that are written with escapes. Where
 * the whole is broken or too long, its entries are read one by one. Never throws.
 */
export function readTomlHeader(header: string): ReadHeader {
  const small = header.length <= MAX_HEADER_LENGTH;
  const fields = small ? readTomlFields(header) : null;
  return fields ? { fields, broken: [] } : readEntries(header, NOTATION, small);
}

/** A key of TOML, or the head of a table, which is no entry that tells anything. */
const NOTATION: Notation = {
  key: /^[ \t]*(?:["']?([\w-]+)["']?[ \t]*=[ \t]*|\[+[^\]\n]*\]+)/,
  read: readTomlFields,
};

function readTomlFields(header: string): Field[] | null {
  try {
    const table = parse(header, { maxDepth: 64, integersAsBigInt: 'asNeeded' });
    return fieldsOf(table, '', header, readRegions(header));
  } catch {
    return null;
  }
}

function fieldsOf(table: object, name: string, header: string, regions: ReadonlyMap<string, Region>): Field[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): Field[] => {
    if (name === '' && isTable(value) && isFieldTable(key)) return fieldsOf(value, key, header, regions);
    const region = regions.get(JSON.stringify([name, key]));
    const texts = (Array.isArray(value) ? value : [value]).flatMap(textsOf);
    return [{ key: comparableKey(key), top: name === '', values: place(texts, header, region) }];
  });
}

/** A string, number or date as text, and the name in a table. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  // The library's dates print the zone that they were written with.
  if (value instanceof Date) return [value.toISOString()];
  if (!isTable(value)) return [];
  const [, name] = Object.entries(value).find(([key]) => isNameKey(key)) ?? [];
  return typeof name === 'string' ? [name] : [];
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Finds the values of a field in its region, in order. */
function place(texts: readonly string[], header: string, region: Region | undefined): FieldValue[] {
  const written = region ? header.slice(region.start, region.end) : '';
  let from = 0;
  return texts.map((text) => {
    const quote = ['"', "'"].map((mark) => written.indexOf(mark + text + mark, from)).filter((at) => at >= 0);
    const bare = /^\s*(\d{4}-\d{2}-\d{2}(?:[Tt ]\d[\d:.]*(?:[Zz]|[+-][\d:]+)?)?)/.exec(written);
    if (region && quote.length > 0) {
      const at = Math.min(...quote) + 1;
      from = at + text.length;
      return { text, span: { start: region.start + at, end: region.start + from } };
    }
    if (region && bare && text.startsWith(bare[1]?.slice(0, 10) ?? ' ')) {
      const end = region.start + bare[0].length;
      return { text, span: { start: end - (bare[1]?.length ?? 0), end } };
    }
    return { text, span: null };
  });
}

/** Finds the value of each key: from its `=` to the next key or table. */
function readRegions(header: string): ReadonlyMap<string, Region> {
  const starts: Region[] = [];
  const ends: number[] = [];
  let table = '';
  for (const match of header.matchAll(/^[ \t]*(?:\[+[ \t]*([^\]\n]+?)[ \t]*\]+|(["']?)([\w-]+)\2[ \t]*=)/gm)) {
    ends.push(match.index);
    const [whole, name, , key] = match;
    if (name !== undefined) table = name;
    starts.push({ table, key: key ?? '', start: match.index + whole.length, end: header.length });
  }
  const regions = new Map<string, Region>();
  starts.forEach((region, index) => {
    const name = JSON.stringify([region.table, region.key]);
    if (!regions.has(name)) regions.set(name, { ...region, end: ends[index + 1] ?? header.length });
  });
  return regions;
}
