import { parse } from 'yaml';
import type { Span } from '../../src/core/text/span';
import type { FileRecord, RecordFile } from '../../src/core/yaml/record-file';
import { entryOf } from '../../src/core/yaml/tree';

// What an edit of a file of records must not touch: bytes, and what an independent reader makes of them.

/**
 * How many code units outside of the touched stretches an edit has changed: of every stretch between them that is no longer there, in
 * its place between the others, the length.
 */
export function changedOutside(before: string, touched: readonly Span[], after: string): number {
  const sorted = [...touched].sort((a, b) => a.start - b.start || a.end - b.end);
  let changed = 0;
  let from = 0;
  let at = 0;
  for (const { start, end } of sorted) {
    const kept = before.slice(from, Math.max(from, start));
    const found = from === 0 ? (after.startsWith(kept) ? 0 : -1) : after.indexOf(kept, at);
    if (found < 0) changed += kept.length;
    else at = found + kept.length;
    from = Math.max(from, end);
  }
  const last = before.slice(from);
  return after.length - last.length >= at && after.endsWith(last) ? changed : changed + last.length;
}

/**
 * The lines of a record: from the start of its dash's line, to the first line behind its content that is neither blank nor a comment
 * deeper than the dash. Counted here anew, and not by the program's own rule.
 */
export function linesOfRecord({ list, text }: RecordFile, record: FileRecord): Span {
  const dash = list?.dashes[record.index];
  if (dash === undefined) return list?.span ?? record.span;
  const start = text.lastIndexOf('\n', dash) + 1;
  let { end } = record.span;
  if (text[end - 1] !== '\n') end = !text.includes('\n', end) ? text.length : text.indexOf('\n', end) + 1;
  const column = dash - start - (text.charCodeAt(start) === 0xfeff ? 1 : 0);
  for (const line of text.slice(end).match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (line.trim() !== '' && !(/^\s*#/.test(line) && line.indexOf('#') > column)) break;
    end += line.length;
  }
  return { start, end };
}

/** Where lines may be put in between others. */
export function betweenLines(text: string): Span[] {
  const places = [...text.matchAll(/\n/g)].map(({ index }) => ({ start: index + 1, end: index + 1 }));
  return [...places, { start: text.length, end: text.length }];
}

/** The stretch behind the list's colon that an edit may replace: brackets that come or go, and all of a list in flow style. */
export function behindKey({ root, list, listKey }: RecordFile): Span[] {
  const entry = root && entryOf(root, listKey);
  return entry ? [{ start: entry.afterColon, end: list?.flow ? list.span.end : entry.afterColon }] : [];
}

/** A record as an independent reader sees it. */
export type Raw = ReadonlyMap<unknown, unknown>;

/** What an independent reader sees: the fields of the file but the list, and each record as a map. */
export function independent(text: string, listKey: string): { rest: [unknown, unknown][]; records: Raw[] } {
  const options = { schema: 'failsafe', mapAsMap: true, uniqueKeys: false, logLevel: 'error' } as const;
  const root = parse(text, options) as Map<unknown, unknown>;
  const list = root.get(listKey);
  return {
    rest: [...root].filter(([key]) => key !== listKey),
    records: Array.isArray(list) ? (list as Raw[]) : [],
  };
}

/** The fields of a record that the program does not know. */
export function unknownFields(record: Raw | undefined, known: readonly unknown[]): [unknown, unknown][] {
  return [...(record ?? [])].filter(([key]) => !known.includes(key));
}
