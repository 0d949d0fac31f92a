import type { Span } from '../text/span';
import { comparableKey, isKnownKey, type Field, type FieldValue } from './fields';

/** A line of a header that cannot be read as it should. The span is its place in the header. */
export interface BrokenLine {
  readonly span: Span;
  /** Whether its value is taken as it stands. */
  readonly taken: boolean;
}

/** The fields of a header, and its lines that cannot be read. */
export interface ReadHeader {
  readonly fields: readonly Field[];
  readonly broken: readonly BrokenLine[];
}

/** A key of a header with its value, to the next key. */
interface Entry extends Span {
  /** Empty for lines before the first key, and for the head of a table. */
  readonly key: string;
  /** Where the value begins. */
  readonly value: number;
}

/** How the entries of a header are written. */
export interface Notation {
  /** Matches the start of an entry at the start of a line; the first group is its key. */
  readonly key: RegExp;
  /** Reads one entry by itself; null where it is broken. Spans are offsets into the entry. */
  readonly read: (entry: string) => readonly Field[] | null;
  /** Reads an entry that is broken by tabs before its lines; absent where tabs may stand there. */
  readonly rescue?: (entry: string) => readonly Field[] | null;
}

/** Where more entries are broken, those that say nothing of a post are not looked at any more; where ten times as many are, none. */
const MAX_BROKEN = 100;

/** Longer entries are not read by themselves. In UTF-16 code units. */
const MAX_ENTRY_LENGTH = 64 * 1024;

/**
 * Reads a header whose whole is broken, entry by entry: one line that is wrong takes no other with it. The value of a broken entry counts
 * as it stands. Linear: an entry is read once.
 *
 * @param thorough whether entries that say nothing of a post are looked at too, to find the broken ones
 */
export function readEntries(header: string, { key, read, rescue }: Notation, thorough: boolean): ReadHeader {
  const fields: Field[] = [];
  const broken: BrokenLine[] = [];
  for (const entry of entriesOf(header, key)) {
    const known = isKnownKey(entry.key);
    if ((!known && !thorough) || broken.length >= (known ? 10 * MAX_BROKEN : MAX_BROKEN)) continue;
    const text = header.slice(entry.start, entry.end);
    const found = text.length > MAX_ENTRY_LENGTH ? null : isComment(text) ? [] : read(text);
    if (found) {
      for (const field of found) fields.push(moved(field, entry.start));
      continue;
    }
    const tab = rescue ? text.search(/^\t/m) : -1;
    const rescued = tab > 0 && text.length <= MAX_ENTRY_LENGTH ? rescue?.(text) : null;
    if (rescued) {
      for (const field of rescued) fields.push(moved(field, entry.start));
      broken.push({ span: firstLine(text.slice(tab), entry.start + tab), taken: true });
      continue;
    }
    const value = known ? rawValue(header, entry) : null;
    if (value) fields.push({ key: comparableKey(entry.key), top: true, values: [value] });
    broken.push({ span: firstLine(text, entry.start), taken: value !== null });
  }
  return { fields, broken };
}

/** Whether a text has only comments and blank lines. */
export function isComment(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

function entriesOf(header: string, key: RegExp): Entry[] {
  const entries: Entry[] = [];
  const add = (entry: Entry) =>
    entry.start < entry.end && header.slice(entry.start, entry.end).trim() !== '' && entries.push(entry);
  let open: Entry = { key: '', value: 0, start: 0, end: 0 };
  let at = 0;
  while (at < header.length) {
    const lineEnd = header.indexOf('\n', at);
    let next = lineEnd < 0 ? header.length : lineEnd + 1;
    const match = key.exec(header.slice(at, Math.min(next, at + MAX_KEY_LENGTH)));
    if (match) {
      add({ ...open, end: at });
      open = { key: match[1] ?? '', value: at + match[0].length, start: at, end: next };
      // A quoted value may go on in the first column of the next lines, which then begin no entry.
      next = Math.max(next, endOfQuoted(header, open.value));
    }
    at = next;
  }
  add({ ...open, end: header.length });
  return entries;
}

/** The longest key and what stands around it. In UTF-16 code units. */
const MAX_KEY_LENGTH = 200;

/** The end of the lines of a quoted value that begins at an offset; 0 where none does, or it is not closed at the end of a line. */
function endOfQuoted(header: string, value: number): number {
  const quote = header.charAt(value);
  if (quote !== '"' && quote !== "'") return 0;
  const closed = quote === '"' ? /"(?:[^"\\]|\\[^])*"[ \t]*(?:#.*)?(?:\n|$)/y : /'(?:[^']|'')*'[ \t]*(?:#.*)?(?:\n|$)/y;
  closed.lastIndex = value;
  return closed.test(header) ? closed.lastIndex : 0;
}

/** The value of a line as it stands, without the quotation marks around it; null where it says nothing. */
function rawValue(header: string, { value, end }: Entry): FieldValue | null {
  const lineEnd = header.indexOf('\n', value);
  const line = header.slice(value, lineEnd < 0 ? end : Math.min(lineEnd, end)).slice(0, MAX_ENTRY_LENGTH);
  let [from, to] = [line.length - line.trimStart().length, line.replace(/(?:,|\s#.*)?\s*$/, '').length];
  const quote = line.charAt(from);
  if (quote === '"' || quote === "'") {
    if (to - from > 1 && line.charAt(to - 1) === quote) [from, to] = [from + 1, to - 1];
    else if (!line.includes(quote, from + 1)) from++;
  }
  const text = line.slice(from, Math.max(from, to));
  return /[\p{L}\p{N}]/u.test(text) ? { text, span: { start: value + from, end: value + to } } : null;
}

function firstLine(text: string, offset: number): Span {
  const start = text.length - text.trimStart().length;
  const end = /[\r\n]/.exec(text.slice(start))?.index ?? text.length - start;
  return { start: offset + start, end: offset + start + text.slice(start, start + end).trimEnd().length };
}

/** A field with its places moved. */
export function moved(field: Field, by: number): Field {
  const values = field.values.map(({ text, span }) => ({
    text,
    span: span && { start: span.start + by, end: span.end + by },
  }));
  return { ...field, values };
}
