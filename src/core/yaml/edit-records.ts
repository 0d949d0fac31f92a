import { lineEndingOf, type TextEdit } from '../text/edit';
import { changeValue } from './edit-value';
import { fieldsOf, rewriteList, rewriteRecord } from './rewrite-flow';
import { unwritable } from './unwritable';
import { aboveComments, columnOf, endOfLines, insertion, insertLines, lineStart } from './places';
import type { FileRecord, RecordFile } from './record-file';
import { contentEnd, entryOf, type YamlEntry } from './tree';
import { writeField, writeRecord, type Fields, type FieldValue } from './write-record';

// Edits of a file of records, as splices of its text. All bytes outside of the touched records stay.

export type { Fields, FieldValue } from './write-record';

/** A change of a record: each named field gets its value, or goes where the value is null. The others stay. */
export type FieldChanges = ReadonlyMap<string, FieldValue | null>;

/** A new record, put before the one that is now at `index`, or behind the last. */
export interface Addition {
  readonly index: number;
  readonly fields: Fields;
}

/** Adds a record; see `insertRecords`. */
export function insertRecord(file: RecordFile, index: number, fields: Fields): TextEdit[] {
  return insertRecords(file, [{ index, fields }]);
}

/** Adds records, ascending by index. Records with the same index keep their order. */
export function insertRecords(file: RecordFile, additions: readonly Addition[]): TextEdit[] {
  const { list, root, text } = file;
  const eol = lineEndingOf(text);
  if (!root || root.flow) return unwritable();
  if (list?.flow) {
    return rewriteList(file, list, (records) =>
      additions.reduceRight((all, { index, fields }) => all.toSpliced(index, 0, fields), records),
    );
  }
  // Not `list.items`: in a large file, all of them would get their places for nothing.
  if (list && list.dashes.length > 0) {
    return additions.map(({ index, fields }) => {
      const dash = list.dashes[Math.min(index, list.dashes.length - 1)] ?? list.span.start;
      const column = columnOf(text, dash);
      const at = index < list.dashes.length ? aboveComments(text, dash) : endOfLines(text, list.span.end, column);
      return insertLines(text, at, writeRecord(fields, column, eol), eol);
    });
  }
  const column = root.entries[0] ? columnOf(text, root.entries[0].keySpan.start) : 0;
  const lines = additions.map(({ fields }) => writeRecord(fields, column + 2, eol)).join(eol);
  const entry = entryOf(root, file.listKey);
  if (entry) return [insertLines(text, endOfLines(text, entry.afterColon, column + 2), lines, eol)];
  return [insertLines(text, text.length, `${' '.repeat(column)}${file.listKey}:${eol}${lines}`, eol)];
}

/** Removes a record; see `removeRecords`. */
export function removeRecord(file: RecordFile, record: FileRecord): TextEdit[] {
  return removeRecords(file, [record]);
}

/**
 * Removes records, with their whole lines and the comments inside them. A comment above a record stays, as it may speak of more than
 * this record.
 */
export function removeRecords(file: RecordFile, records: readonly FileRecord[]): TextEdit[] {
  const { list, root, text } = file;
  const entry = root && entryOf(root, file.listKey);
  if (records.length === 0) return [];
  if (!list || !entry) return unwritable();
  const gone = new Set(records.map(({ index }) => index));
  if (list.flow) return rewriteList(file, list, (all) => all.filter((_, index) => !gone.has(index)));
  const lines = records.map((record) => {
    const dash = list.dashes[record.index] ?? record.span.start;
    return {
      span: { start: lineStart(text, dash), end: endOfLines(text, record.span.end, columnOf(text, dash)) },
      text: '',
    };
  });
  // Without `[]`, the empty list would read as no value, as if the file were cut off.
  return gone.size === list.dashes.length ? [insertion(entry.afterColon, ' []'), ...lines] : lines;
}

/** A record, and the changes of its fields. */
export interface RecordChange {
  readonly record: FileRecord;
  readonly changes: FieldChanges;
}

/** Changes fields of records. Each record is named once. */
export function changeRecords(file: RecordFile, all: readonly RecordChange[], order: readonly string[]): TextEdit[] {
  const { list } = file;
  if (!list?.flow) return all.flatMap(({ record, changes }) => changeRecord(file, record, changes, order));
  if (all.length === 0) return [];
  const byIndex = new Map(all.map((change) => [change.record.index, change]));
  return rewriteList(file, list, (records) =>
    records.map((fields, index) => {
      const change = byIndex.get(index);
      return change ? withChanges(change.record, change.changes, order) : fields;
    }),
  );
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
  const { entries, flow } = record.map;
  const first = entries[0];
  if (flow || !first) return rewriteRecord(file, record, withChanges(record, changes, order));

  const column = columnOf(text, first.keySpan.start);
  const kept = entries.filter((entry) => changes.get(entry.key) !== null);
  const edits = removeFields(text, entries, kept, column);
  const fresh = new Map<YamlEntry | null, string[]>();
  for (const [key, value] of changes) {
    if (value === null) continue;
    const entry = entryOf(record.map, key);
    if (entry) {
      edits.push(...changeValue(text, entry, value, column, eol));
    } else {
      const behind = kept.findLast((other) => rank(other.key, order) <= rank(key, order)) ?? null;
      fresh.set(behind, [...(fresh.get(behind) ?? []), writeField(key, value, column, eol, 'block')]);
    }
  }
  const space = ' '.repeat(column);
  for (const [behind, fields] of fresh) {
    if (!behind) edits.push(insertion(first.keySpan.start, fields.map((field) => field + eol + space).join('')));
    else {
      const lines = fields.map((field) => space + field).join(eol);
      edits.push(insertLines(text, endOfLines(text, entryEnd(behind), column), lines, eol));
    }
  }
  return edits;
}

/**
 * Removes fields with their lines. The first field shares its line with the record's dash: when it is removed, the next one that is kept
 * moves up to the dash.
 */
function removeFields(
  text: string,
  entries: readonly YamlEntry[],
  kept: readonly YamlEntry[],
  column: number,
): TextEdit[] {
  const [firstKept] = kept;
  if (!firstKept) return unwritable();
  const edits: TextEdit[] = [];
  const leading = entries.slice(0, entries.indexOf(firstKept));
  for (const entry of entries) {
    if (kept.includes(entry) || leading.includes(entry)) continue;
    const end = endOfLines(text, entryEnd(entry), column);
    edits.push({ span: { start: lineStart(text, entry.keySpan.start), end }, text: '' });
  }
  const first = leading[0];
  const last = leading.at(-1);
  if (first && last) {
    let end = endOfLines(text, entryEnd(last), column);
    while (/\s/.test(text[end] ?? '')) end++;
    edits.push({ span: { start: first.keySpan.start, end }, text: '' });
  }
  return edits;
}

/** All fields of a record after a change, unknown ones too. */
function withChanges(record: FileRecord, changes: FieldChanges, order: readonly string[]): Fields {
  const fields = new Map(fieldsOf(record.map));
  for (const [key, value] of changes) {
    if (value === null) fields.delete(key);
    else fields.set(key, value);
  }
  return new Map([...fields].sort(([a], [b]) => rank(a, order) - rank(b, order)));
}

function entryEnd(entry: YamlEntry): number {
  return entry.value ? contentEnd(entry.value) : entry.afterColon;
}

function rank(key: string, order: readonly string[]): number {
  const index = order.indexOf(key);
  return index < 0 ? order.length : index;
}
