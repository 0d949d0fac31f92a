import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Scalar, type YAMLMap } from 'yaml';
import { readDateValue } from './dates';
import { comparableKey, isFieldTable, isNameKey, type Field, type FieldValue } from './fields';
import { readEntries, type Notation, type ReadHeader } from './header-lines';

/** More levels than any front matter has, and far fewer than would overflow the stack of the YAML library. */
const MAX_DEPTH = 64;

/** The most opening brackets. Brackets inside quotation marks count too, as only parsing could tell them apart. */
const MAX_BRACKETS = 256;

/** Larger headers are read entry by entry. In UTF-16 code units; hundreds of times the length of real ones. */
const MAX_HEADER_LENGTH = 64 * 1024;

/**
 * Reads the fields of a YAML header, its fences left out; spans are offsets into it. Where the whole is broken, too long or too deep, its
 * entries are read one by one. Never throws.
 */
export function readYamlHeader(header: string): ReadHeader {
  const small = header.length <= MAX_HEADER_LENGTH;
  const fields = small ? readYamlFields(header) : null;
  return fields ? { fields, broken: [] } : readEntries(header, notationOf(header), small);
}

/** Entries begin with a key in the column of the first one. The space behind the colon is asked for when the entry is read. */
function notationOf(header: string): Notation {
  const first =
    header
      .slice(0, 2000)
      .split('\n')
      .find((line) => /^ *[^\s#]/.test(line)) ?? '';
  const indent = ' '.repeat(Math.min(8, first.length - first.trimStart().length));
  return {
    ...NOTATION,
    key: new RegExp(`^${indent}["']?([\\p{L}_@$][^\\n:"'#]{0,80}?)["']?[ \\t]*:[ \\t\\u00a0]*`, 'u'),
  };
}

const NOTATION: Omit<Notation, 'key'> = {
  read: readYamlEntry,
  rescue: (entry) => readYamlFields(entry.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length))),
};

/** Reads an entry by itself; a quoted value may go on in the first column, as libyaml allows. */
function readYamlEntry(entry: string): Field[] | null {
  const quoted = /^[^\n:]*:[ \t]*(?=(["'])[^]*\1[ \t]*(?:#.*)?\s*$)/.exec(entry)?.[0].length;
  const wrapped = quoted !== undefined && entry.trimEnd().includes('\n');
  return readYamlFields(entry) ?? (wrapped ? readWrapped(entry, quoted) : null);
}

function readWrapped(entry: string, value: number): Field[] | null {
  const scalar = parse(entry.slice(value));
  if (!isScalar(scalar)) return null;
  const key = comparableKey(entry.slice(0, value).replace(/[\s:"']+/g, ' '));
  const values = scalarValue(entry, scalar).map(({ text, span }) => ({
    text,
    span: span && { start: span.start + value, end: span.end + value },
  }));
  return [{ key, top: true, values }];
}

/** The fields of a map in YAML or JSON; null where it is broken, is no map, or nests so deeply that it is not parsed at all. Never throws. */
export function readYamlFields(header: string): Field[] | null {
  const contents = parse(header);
  return isMap(contents) ? fieldsOf(header, contents, true) : null;
}

function parse(yaml: string): unknown {
  if (nestsTooDeeply(yaml)) return null;
  try {
    const document = parseDocument(yaml, {
      // All scalars stay as written: a title `no` or `2016`, a date with its zone.
      schema: 'failsafe',
      stringKeys: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) return null;
    resolveAliases(document);
    return document.contents;
  } catch {
    return null;
  }
}

/** Puts scalars in the places of their aliases, and takes their anchors from them: those that are left have no alias. */
function resolveAliases(document: Document): void {
  const anchored = new Map<string, Scalar>();
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.anchor !== undefined) anchored.set(scalar.anchor, scalar);
    },
    Alias: (_, alias) => {
      const scalar = anchored.get(alias.source);
      if (scalar) delete scalar.anchor;
      return scalar;
    },
  });
}

function fieldsOf(header: string, map: YAMLMap, top: boolean): Field[] {
  return map.items.flatMap(({ key, value }): Field[] => {
    if (!isScalar(key) || typeof key.value !== 'string') return [];
    if (top && isMap(value) && isFieldTable(key.value)) return fieldsOf(header, value, false);
    const values = isSeq(value) ? value.items.flatMap((item) => valuesOf(header, item)) : valuesOf(header, value);
    return [{ key: comparableKey(key.value), top, values }];
  });
}

/** The value of a scalar, or the name in a map. */
function valuesOf(header: string, node: unknown): FieldValue[] {
  if (isScalar(node)) return scalarValue(header, node);
  // An alias of nothing that the header names is text.
  if (isAlias(node) && node.range)
    return [{ text: `*${node.source}`, span: { start: node.range[0], end: node.range[1] } }];
  if (!isMap(node)) return [];
  const name = node.items.find(({ key }) => isScalar(key) && typeof key.value === 'string' && isNameKey(key.value));
  return isScalar(name?.value) ? scalarValue(header, name.value) : [];
}

function scalarValue(header: string, scalar: Scalar): FieldValue[] {
  const { type, range } = scalar;
  const written = writtenWithSign(header, scalar);
  if (written) return [written];
  // A tag can make something else of the text: `!!timestamp 2016-05-04`.
  const value = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
  if ((type === 'PLAIN' && /^(?:~|null)?$/i.test(value)) || (value === '' && typeof scalar.value !== 'string'))
    return [];
  if (!range) return [{ text: value, span: null }];
  let [start, end] = range;
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') {
    start++;
    end--;
  } else if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') {
    // The range of a block begins at its indicator, `>-`; the text stands on the lines below.
    const block = header.slice(start, end);
    const first = block.indexOf('\n') + 1;
    start += first + block.slice(first).length - block.slice(first).trimStart().length;
    end = Math.max(start, range[0] + block.trimEnd().length);
  }
  return [{ text: value, span: { start, end } }];
}

/**
 * A value that begins with `!` or `&`, as it is written; null where the sign is of YAML: a tag such as `!!str` or before a quoted or indented
 * text or a date, an anchor to which an alias refers.
 */
function writtenWithSign(header: string, { tag, anchor, type, range, value }: Scalar): FieldValue | null {
  if ((tag === undefined && anchor === undefined) || !range || (type !== undefined && type !== 'PLAIN')) return null;
  const before = header.slice(header.lastIndexOf('\n', range[0] - 1) + 1, range[0]);
  const signs = /(?:[!&][^\s!&]*[ \t]*)+$/.exec(before)?.[0];
  if (signs === undefined || signs.includes('!!') || (typeof value === 'string' && readDateValue(value))) return null;
  const start = range[0] - signs.length;
  const text = header.slice(start, range[1]).trimEnd();
  return { text: text.replace(/\s+/g, ' '), span: { start, end: start + text.length } };
}

/**
 * Whether a header nests too deeply to be parsed. The library recurses, and a stack overflow in it can end the process. The count is an
 * upper bound, made without parsing: each deeper column of a line, each indicator on a line, and each bracket is a level.
 */
function nestsTooDeeply(header: string): boolean {
  const columns: number[] = [];
  let open = 0;
  let brackets = 0;
  for (const line of header.split('\n')) {
    const column = line.length - line.trimStart().length;
    if (column === line.length) continue;
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    columns.push(column);
    // A map or list that begins behind `- ` or `key: ` may go on in the lines below, at its own column.
    for (const match of line.matchAll(/[-?:](?=\s|$)/g)) columns.push(match.index + 1);
    for (const character of line.match(/[[\]{}]/g) ?? []) {
      const opens = '[{'.includes(character);
      open = Math.max(0, open + (opens ? 1 : -1));
      if (opens) brackets++;
      if (columns.length + open > MAX_DEPTH) return true;
    }
    if (columns.length + open > MAX_DEPTH || brackets > MAX_BRACKETS) return true;
  }
  return false;
}
