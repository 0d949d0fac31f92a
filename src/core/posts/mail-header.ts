import type { Span } from '../text/span';
import { trimmed } from './rows';

/** The header of a mail. */
export interface MailHeader {
  /**
   * Of each field that is read, by its name in lower case, the first: what stands behind the colon, over all its lines, without the white
   * space around it.
   */
  readonly fields: ReadonlyMap<string, Span>;
  /** How many different fields it has of those that every mail has some of. */
  readonly usual: number;
  /** Behind the last line of the header, its line end left out. */
  readonly end: number;
  /** Where the body begins: behind the blank line. */
  readonly bodyStart: number;
}

/** The fields of which something is read. */
const READ = new Set(['subject', 'from', 'date', 'list-id', 'content-type', 'content-transfer-encoding']);

/** Fields that every mail has some of, and other texts hardly one. */
const USUAL = new Set(
  'from to cc date subject message-id received return-path delivered-to reply-to mime-version references in-reply-to'.split(
    ' ',
  ),
);

/** RFC 5322, 3.6.8: any printable character but the colon. A longer name is none. */
const NAME = /^([!-9;-~]{1,100}):/;

/** More lines than this are not looked at, where the question is whether a text is a mail. */
export const FEW_LINES = 60;

/** The end of the line that holds an offset, its line end left out. Lines end at LF, CRLF or a lone CR. */
export function lineEnd(text: string, at: number): number {
  const end = LINE_END;
  end.lastIndex = at;
  return end.exec(text)?.index ?? text.length;
}

const LINE_END = /[\r\n]/g;

/** The start of the next line, from the end of one. */
export function nextLine(text: string, end: number): number {
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** Whether a line with a field of a header begins at an offset. */
export function isField(text: string, at: number): boolean {
  return NAME.test(text.slice(at, at + 101));
}

/**
 * Reads the lines of a header from the start of its first line to a blank line, to a line that is no field, or to `end`. A line that begins
 * with white space goes on with the field before it.
 *
 * @param most no more lines are read
 */
export function readMailHeader(text: string, start: number, end: number, most = Infinity): MailHeader {
  const fields = new Map<string, Span>();
  const usual = new Set<string>();
  let name: string | null = null;
  let value: { start: number; end: number } | null = null;
  const keep = () => {
    if (name !== null && value && !fields.has(name)) fields.set(name, trimmed(text, value));
  };
  let at = start;
  let last = start;
  for (let count = 0; at < end && count < most; count++) {
    const stop = Math.min(end, lineEnd(text, at));
    if (stop === at) {
      at = nextLine(text, stop);
      break;
    }
    const first = text.charAt(at);
    if (first === ' ' || first === '\t') {
      if (value) value.end = stop;
    } else {
      const found = NAME.exec(text.slice(at, Math.min(stop, at + 101)))?.[1];
      if (found === undefined) break;
      keep();
      const key = found.toLowerCase();
      if (USUAL.has(key)) usual.add(key);
      name = READ.has(key) ? key : null;
      value = name === null ? null : { start: at + found.length + 1, end: stop };
    }
    last = stop;
    at = nextLine(text, stop);
  }
  keep();
  return { fields, usual: usual.size, end: last, bodyStart: Math.min(at, end) };
}
