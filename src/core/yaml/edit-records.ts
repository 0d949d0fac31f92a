import { lineEndingOf, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { contentEnd, type FileRecord, type RecordFile } from './records';
import { writeScalar } from './scalars';
import { entryOf, type YamlEntry, type YamlList, type YamlNode } from './tree';

// Edits of a file of records, as splices of its text: what lies outside the touched record stays byte for byte.

/** What a field can hold: text, a list of texts, or a small map of texts (an entity's links). */
export type FieldValue = string | readonly string[] | ReadonlyMap<string, string>;

/** Fields in the order in which they are to be written. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** A change of a record: each named field gets its value, or goes where the value is null. The others stay. */
export type FieldChanges = ReadonlyMap<string, FieldValue | null>;

/** The lines of a new record, put before the record that is now at `index`, or behind the last. */
export function insertRecord(file: RecordFile, index: number, fields: Fields): TextEdit[] {
  const eol = lineEndingOf(file.text);
  const { list, text } = file;
  if (list && !list.flow && list.items.length > 0) {
    const dash = list.dashes[Math.min(index, list.items.length - 1)] ?? 0;
    const indent = columnOf(text, dash);
    const lines = writeRecord(fields, indent, eol);
    if (index < list.items.length) return [insertion(aboveComments(text, dash, indent), lines + eol)];
    return [insertLines(text, contentEnd(list), lines, eol)];
  }
  const lines = writeRecord(fields, 2, eol);
  const entry = file.root ? entryOf(file.root, file.listKey) : undefined;
  if (!entry) return [insertLines(text, text.length, `${file.listKey}:${eol}${lines}`, eol)];
  if (list)
    return [
      { span: { start: entry.afterColon, end: list.span.end }, text: eol + rewriteList(list, lines, index, eol) },
    ];
  return [insertLines(text, entry.afterColon, lines, eol)];
}

/** Takes a record out, with its whole lines. A comment above it stays: it may speak of more than this record. */
export function removeRecord(file: RecordFile, record: FileRecord): TextEdit[] {
  const { list, text } = file;
  const dash = list?.dashes[record.index];
  if (!list || dash === undefined) return rewriteFlow(file, record.index, null);
  const whole = { start: lineStart(text, dash), end: nextLine(text, contentEnd(record.map)) };
  const entry = file.root && entryOf(file.root, file.listKey);
  // A list without items would read as nothing at all, and the next reader could take the file for cut off.
  if (list.items.length === 1 && entry) {
    return [insertion(entry.afterColon, ' []'), { span: whole, text: '' }];
  }
  return [{ span: whole, text: '' }];
}

/** Changes fields of a record. `order` names the fields in the order they are written in; unknown ones go last. */
export function changeRecord(
  file: RecordFile,
  record: FileRecord,
  changes: FieldChanges,
  order: readonly string[],
): TextEdit[] {
  const { text } = file;
  const eol = lineEndingOf(text);
  const { map } = record;
  const first = map.entries[0];
  if (map.flow || !first) return rewriteFlow(file, record.index, withChanges(record, changes, order));
  const indent = columnOf(text, first.keySpan.start);

  // Removing the first field while others stay would take the record's dash along: such a record is written anew.
  const kept = map.entries.filter((entry) => changes.get(entry.key) !== null);
  if (kept[0] !== first) return rewriteBlock(file, record, withChanges(record, changes, order));

  const edits: TextEdit[] = [];
  const fresh = new Map<YamlEntry | null, string[]>();
  for (const [key, value] of changes) {
    const entry = entryOf(map, key);
    if (entry && value === null) {
      edits.push({
        span: { start: lineStart(text, entry.keySpan.start), end: nextLine(text, entryEnd(entry)) },
        text: '',
      });
    } else if (entry && value !== null) {
      edits.push(...changeValue(text, entry, value, indent, eol));
    } else if (value !== null) {
      const behind = entryBefore(kept, key, order);
      fresh.set(behind, [...(fresh.get(behind) ?? []), writeField(key, value, indent, eol)]);
    }
  }
  for (const [behind, fields] of fresh) {
    if (behind) {
      edits.push(insertLines(text, entryEnd(behind), fields.map((field) => ' '.repeat(indent) + field).join(eol), eol));
    } else {
      edits.push(insertion(first.keySpan.start, fields.map((field) => field + eol + ' '.repeat(indent)).join('')));
    }
  }
  return edits;
}

// --- values

/** A list changes item by item, so that the lines of the tags that stay are not touched. */
function changeValue(text: string, entry: YamlEntry, value: FieldValue, indent: number, eol: string): TextEdit[] {
  const old = entry.value;
  if (old?.kind === 'list' && !old.flow && isTextList(value) && value.length > 0)
    return changeList(text, old, value, eol);
  const end = old ? contentEnd(old) : entry.afterColon;
  // A block scalar's span reaches behind its line end, which belongs to the line and not to the value.
  const tail = old?.kind === 'text' && old.block ? trimLineEnd(text, entry.afterColon, end) : end;
  return [{ span: { start: entry.afterColon, end: tail }, text: writeValue(value, indent, eol) }];
}

function changeList(text: string, old: YamlList, value: readonly string[], eol: string): TextEdit[] {
  const wanted = new Set(value);
  const present = old.items.map((item) => (item.kind === 'text' ? item.value : null));
  const added = value.filter((item) => !present.includes(item));
  const edits: TextEdit[] = [];
  old.items.forEach((item, index) => {
    const own = present[index];
    if (own !== null && own !== undefined && wanted.has(own) && present.indexOf(own) === index) return;
    const dash = old.dashes[index] ?? item.span.start;
    edits.push({ span: { start: lineStart(text, dash), end: nextLine(text, contentEnd(item)) }, text: '' });
  });
  const dash = old.dashes[0] ?? old.span.start;
  const indent = columnOf(text, dash);
  const lines = added.map((item) => `${' '.repeat(indent)}- ${writeScalar(item, indent + 2, eol)}`);
  if (lines.length > 0) edits.push(insertLines(text, contentEnd(old), lines.join(eol), eol));
  return edits;
}

// --- writing

/** A record in block style, without a line end behind its last line. */
function writeRecord(fields: Fields, indent: number, eol: string): string {
  const inner = indent + 2;
  const lines = [...fields].map(([key, value]) => writeField(key, value, inner, eol));
  return `${' '.repeat(indent)}- ${lines.join(eol + ' '.repeat(inner))}`;
}

function writeField(key: string, value: FieldValue, indent: number, eol: string): string {
  return `${writeScalar(key, indent, eol)}:${writeValue(value, indent, eol)}`;
}

/** What stands behind the colon. */
function writeValue(value: FieldValue, indent: number, eol: string): string {
  const inner = ' '.repeat(indent + 2);
  if (typeof value === 'string') return ` ${writeScalar(value, indent + 2, eol)}`;
  if (isTextList(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `${eol}${inner}- ${writeScalar(item, indent + 4, eol)}`).join('');
  }
  if (value.size === 0) return ' {}';
  return [...value].map(([key, item]) => `${eol}${inner}${writeField(key, item, indent + 2, eol)}`).join('');
}

function isTextList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

// --- whole records

/** The fields of a record as it will be, those of hand-written files that the tool does not know included. */
function withChanges(record: FileRecord, changes: FieldChanges, order: readonly string[]): Fields {
  const fields = new Map<string, FieldValue>();
  for (const { key, value } of record.map.entries) if (value) fields.set(key, plainValue(value));
  for (const [key, value] of changes) {
    if (value === null) fields.delete(key);
    else fields.set(key, value);
  }
  return new Map([...fields].sort(([a], [b]) => rank(a, order) - rank(b, order)));
}

function plainValue(node: YamlNode): FieldValue {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.map((item) => (item.kind === 'text' ? item.value : unwritable()));
  return new Map(node.entries.map(({ key, value }) => [key, value?.kind === 'text' ? value.value : unwritable()]));
}

/** A nested shape that this writer would lose; the caller turns the error into a word to the person. */
function unwritable(): never {
  throw new RangeError('The record holds nested values in flow style.');
}

function rewriteBlock(file: RecordFile, record: FileRecord, fields: Fields): TextEdit[] {
  const dash = file.list?.dashes[record.index] ?? record.span.start;
  const indent = columnOf(file.text, dash);
  const end = trimLineEnd(file.text, dash, contentEnd(record.map));
  const eol = lineEndingOf(file.text);
  return [{ span: { start: lineStart(file.text, dash), end }, text: writeRecord(fields, indent, eol) }];
}

/** A record of a flow list, or in flow style, is rewritten in block style; null takes it out. */
function rewriteFlow(file: RecordFile, index: number, fields: Fields | null): TextEdit[] {
  const { list, text } = file;
  const eol = lineEndingOf(text);
  if (!list) return [];
  const item = list.items[index];
  if (!list.flow && item && fields) {
    const dash = list.dashes[index] ?? item.span.start;
    const lines = writeRecord(fields, columnOf(text, dash), eol);
    return [{ span: { start: lineStart(text, dash), end: contentEnd(item) }, text: lines }];
  }
  const entry = file.root && entryOf(file.root, file.listKey);
  if (!entry) return [];
  const records = list.items.flatMap((other, i) => {
    if (i !== index) return [writeRecord(fieldsOf(other), 2, eol)];
    return fields ? [writeRecord(fields, 2, eol)] : [];
  });
  const body = records.length > 0 ? eol + records.join(eol) : ' []';
  return [{ span: { start: entry.afterColon, end: list.span.end }, text: body }];
}

function rewriteList(list: YamlList, lines: string, index: number, eol: string): string {
  const records = list.items.map((item) => writeRecord(fieldsOf(item), 2, eol));
  records.splice(index, 0, lines);
  return records.join(eol);
}

function fieldsOf(node: YamlNode): Fields {
  const value = plainValue(node);
  return value instanceof Map ? (value as Fields) : unwritable();
}

// --- places in the text

function entryEnd(entry: YamlEntry): number {
  return entry.value ? contentEnd(entry.value) : entry.afterColon;
}

/** The last entry that comes before `key` in the order; null when it comes first. */
function entryBefore(entries: readonly YamlEntry[], key: string, order: readonly string[]): YamlEntry | null {
  const own = rank(key, order);
  return entries.findLast((entry) => rank(entry.key, order) <= own) ?? null;
}

function rank(key: string, order: readonly string[]): number {
  const index = order.indexOf(key);
  return index < 0 ? order.length : index;
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** Puts lines behind the line that holds the character before `offset`. */
function insertLines(text: string, offset: number, lines: string, eol: string): TextEdit {
  const at = nextLine(text, offset);
  const open = at > 0 && text[at - 1] !== '\n';
  return insertion(at, open ? eol + lines : lines + eol);
}

/** Behind the line end of the line in which `offset - 1` lies. */
function nextLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function columnOf(text: string, offset: number): number {
  const column = offset - lineStart(text, offset);
  return text.charCodeAt(lineStart(text, offset)) === 0xfeff ? column - 1 : column;
}

/** The start of the comment lines right above a record, which speak of it; its own line where there are none. */
function aboveComments(text: string, dash: number, indent: number): number {
  let at = lineStart(text, dash);
  while (at > 0) {
    const above = lineStart(text, at - 1);
    const line = text.slice(above, at);
    if (!/^\s*#/.test(line) || line.search(/#/) < indent) break;
    at = above;
  }
  return at;
}

function trimLineEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && /[\r\n]/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** The span of a record's whole lines, for hosts that show where it stands. */
export function linesOf(file: RecordFile, record: FileRecord): Span {
  const dash = file.list?.dashes[record.index] ?? record.span.start;
  return { start: lineStart(file.text, dash), end: nextLine(file.text, contentEnd(record.map)) };
}
