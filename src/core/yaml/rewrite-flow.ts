import { lineEndingOf, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { columnOf, endOfLines, insertLines, lineStart } from './places';
import type { FileRecord, RecordFile } from './record-file';
import { entryOf, type YamlEntry, type YamlList, type YamlNode } from './tree';
import { unwritable } from './unwritable';
import { writeRecord, type Fields, type FieldValue } from './write-record';

// Records in flow style (`[{ quote: … }]`) cannot be spliced line by line. A changed one is rewritten in block style, unless a comment or
// a nested value would be lost.

/** Rewrites a record in flow style. If its list is in flow style too, the whole list is rewritten. */
export function rewriteRecord(file: RecordFile, record: FileRecord, fields: Fields): TextEdit[] {
  const { list, text } = file;
  const eol = lineEndingOf(text);
  const dash = list?.dashes[record.index];
  if (list && dash === undefined) return rewriteList(file, list, (records) => records.with(record.index, fields));
  if (dash === undefined) return [];
  refuseComments(text, record.map);
  const lines = writeRecord(fields, columnOf(text, dash), eol, 'inline');
  return [{ span: { start: lineStart(text, dash), end: record.map.span.end }, text: lines }];
}

/** Rewrites a flow list with other records. A comment behind it stays behind the list's key. */
export function rewriteList(file: RecordFile, list: YamlList, change: (records: Fields[]) => Fields[]): TextEdit[] {
  const { root, text } = file;
  const entry = root && entryOf(root, file.listKey);
  if (!entry || root.flow) return unwritable();
  refuseComments(text, list);
  const eol = lineEndingOf(text);
  const indent = columnOf(text, entry.keySpan.start) + 2;
  const records = change(list.items.map(fieldsOf)).map((fields) => writeRecord(fields, indent, eol));
  const span = { start: entry.afterColon, end: list.span.end };
  if (records.length === 0) return [{ span, text: ' []' }];
  return [{ span, text: '' }, insertLines(text, endOfLines(text, span.end, indent), records.join(eol), eol)];
}

/** The fields of a record as plain values, to be written anew. */
export function fieldsOf(node: YamlNode): Fields {
  if (node.kind !== 'map') return unwritable();
  return new Map(node.entries.map((entry) => [entry.key, plainValue(entry)]));
}

function plainValue({ value }: YamlEntry): FieldValue {
  if (!value) return '';
  if (value.kind === 'text') return value.value;
  if (value.kind === 'list') return value.items.map((item) => (item.kind === 'text' ? item.value : unwritable()));
  return new Map(value.entries.map(({ key, value: item }) => [key, item?.kind === 'text' ? item.value : unwritable()]));
}

/** Refuses a node that holds a comment, which rewriting would lose. */
export function refuseComments(text: string, node: YamlNode): void {
  let at = node.span.start;
  for (const scalar of scalarsIn(node)) {
    if (text.slice(at, scalar.start).includes('#')) unwritable();
    at = scalar.end;
  }
  if (text.slice(at, node.span.end).includes('#')) unwritable();
}

function scalarsIn(node: YamlNode): Span[] {
  if (node.kind === 'text') return [node.span];
  if (node.kind === 'list') return node.items.flatMap(scalarsIn);
  return node.entries.flatMap(({ keySpan, value }) => [keySpan, ...(value ? scalarsIn(value) : [])]);
}
