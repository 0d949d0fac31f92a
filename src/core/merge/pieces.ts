import { columnOf, endOfLine, endOfLines, lineStart, nextLine } from '../yaml/places';
import type { FileRecord, RecordFile } from '../yaml/record-file';
import { contentEnd, type YamlEntry, type YamlMap } from '../yaml/tree';
import { unwritable } from '../yaml/unwritable';

// Cuts a file into pieces that can be put together anew. Every character, also of comments, is in exactly one piece.

/** A field with the comments under it: from its key to the start of the next field's line. */
export interface FieldPiece {
  readonly key: string;
  readonly source: string;
  readonly entry: YamlEntry;
  /** The column of its key. */
  readonly column: number;
  /** The text that the places of the entry count in. */
  readonly text: string;
}

export interface RecordPiece {
  /** Blank lines and comments above it. */
  readonly lead: string;
  /** From the start of its line to behind the dash. */
  readonly prefix: string;
  /** Empty for a record in flow style, which can be taken only as a whole. */
  readonly fields: readonly FieldPiece[];
  /** All of it but the lead. */
  readonly source: string;
  readonly dash: number;
  readonly column: number;
}

export interface Pieces {
  /** What stands above the first field. */
  readonly preamble: string;
  readonly column: number;
  /** The fields at the root; of the list only the line of its key. */
  readonly top: readonly FieldPiece[];
  /** The line of the list's key as it stands, and without the `[]` of an empty list; null where the key is not there. */
  readonly head: { readonly raw: string; readonly bare: string } | null;
  readonly records: readonly RecordPiece[];
  /** Blank lines and comments behind the last record. */
  readonly foot: string;
}

/** The pieces of a file that holds nothing. */
export const NO_PIECES: Pieces = { preamble: '', column: 0, top: [], head: null, records: [], foot: '' };

/**
 * Cuts a file into pieces. Its text must end in a line end.
 *
 * @throws RangeError where its layout does not allow it
 */
export function cut(file: RecordFile): Pieces {
  const { text, root, list, listKey } = file;
  if (!root) return NO_PIECES;
  const first = root.entries[0]?.keySpan.start ?? root.span.start;
  const column = columnOf(text, first);
  const top = fieldPieces(text, root, text.length);
  const entry = root.entries.find(({ key }) => key === listKey);
  const end =
    entry &&
    lineStart(text, entry.keySpan.start) + column + (top.find(({ key }) => key === listKey)?.source.length ?? 0);
  const preamble = text.slice(0, lineStart(text, first));
  if (!entry || end === undefined) return { preamble, column, top, head: null, records: [], foot: '' };

  const headEnd = nextLine(text, endOfLine(text, entry.afterColon) + 1);
  const raw = text.slice(entry.keySpan.start, headEnd);
  const empty = list?.flow === true ? list.span : null;
  if (empty && empty.end > headEnd) return unwritable();
  const bare = empty ? text.slice(entry.keySpan.start, empty.start).trimEnd() + text.slice(empty.end, headEnd) : raw;
  let at = headEnd;
  const records: RecordPiece[] = [];
  file.records.forEach((record) => {
    const dash = list?.dashes[record.index];
    if (dash === undefined) return unwritable();
    const start = lineStart(text, dash);
    const behind = endOfLines(text, contentEnd(record.item) + record.offset, columnOf(text, dash));
    if (start < at || behind > end) return unwritable();
    records.push(recordPiece(text, record, { at, start, dash, end: behind }));
    at = behind;
  });
  return { preamble, column, top, head: { raw, bare }, records, foot: text.slice(at, end) };
}

/** Uses `FileRecord.item`, whose places count from its own start: to move the places of all records would take longer than the merge. */
function recordPiece(
  text: string,
  { item, offset }: Pick<FileRecord, 'item' | 'offset'>,
  { at, start, dash, end }: { at: number; start: number; dash: number; end: number },
): RecordPiece {
  const key = (item.entries[0]?.keySpan.start ?? item.span.start) + offset;
  let fields: FieldPiece[] | null = null;
  return {
    lead: text.slice(at, start),
    prefix: text.slice(start, key),
    // When first read, as most records of a large file are never taken apart.
    get fields() {
      return (fields ??= item.flow ? [] : fieldPieces(text.slice(offset), item, end - offset));
    },
    source: text.slice(start, end),
    dash: columnOf(text, dash),
    column: columnOf(text, key),
  };
}

function fieldPieces(text: string, map: YamlMap, end: number): FieldPiece[] {
  return map.entries.map((entry, i) => {
    const { start } = entry.keySpan;
    const next = map.entries[i + 1]?.keySpan.start;
    if (i > 0 && text.slice(lineStart(text, start), start).trim() !== '') return unwritable();
    const source = text.slice(start, next === undefined ? end : lineStart(text, next));
    return { key: entry.key, source, entry, column: columnOf(text, start), text };
  });
}
