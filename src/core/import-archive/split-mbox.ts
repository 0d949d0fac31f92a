import { LARGEST_FILE } from '../host';
import { dateOfFromLine } from '../posts/mail-date';
import { asciiOf, type Chunks } from './input';

/** A message of a mailbox. */
export interface BoxMessage {
  /** The line `From mara@harbour.example Thu May  4 10:20:30 2016` before it. */
  readonly fromLine: string;
  /** Null for a message that is larger than any file of an archive may be. */
  readonly bytes: Uint8Array | null;
}

/** In bytes. Longer lines begin no message, and are not kept together. */
const LONGEST_LINE = 1000;

/**
 * Splits a mailbox (RFC 4155, and the monthly texts of list archives) into its messages. A message begins with a line `From …` that ends
 * with a date, or that names a sender and stands behind an empty line; a field of a header follows. `>From` in a message is `From`.
 */
export async function* splitMbox(chunks: Chunks): AsyncGenerator<BoxMessage> {
  const splitter = new Splitter();
  for await (const chunk of chunks) yield* splitter.push(chunk, false);
  yield* splitter.push(new Uint8Array(), true);
}

class Splitter {
  /** The end of what came, which cannot be decided yet. */
  private rest = new Uint8Array();
  private pieces: Uint8Array[] = [];
  private length = 0;
  private fromLine: string | null = null;
  private afterBlank = true;
  /** Whether what comes next goes on with a long line. */
  private midLine = false;

  push(chunk: Uint8Array, isLast: boolean): BoxMessage[] {
    const found: BoxMessage[] = [];
    const data = this.rest.length === 0 ? chunk : joined(this.rest, chunk);
    /** Where the part of the open message begins that is not kept yet. */
    let from = 0;
    let at = 0;
    while (at < data.length) {
      const newline = data.indexOf(10, at);
      const end = newline < 0 ? data.length : newline;
      if (newline < 0 && !isLast && !this.midLine && end - at <= LONGEST_LINE) break;
      const next = Math.min(data.length, end + 1);
      if (!this.midLine && data[at] === FROM[0] && end - at <= LONGEST_LINE) {
        const begins = this.begins(data, at, end, isLast);
        if (begins === null) break;
        if (begins) {
          this.keep(data.subarray(from, at));
          found.push(...this.close());
          this.fromLine = asciiOf(data.subarray(at, end)).trimEnd();
          from = next;
        }
      } else if (!this.midLine && data[at] === QUOTE && isQuotedFrom(data, at)) {
        this.keep(data.subarray(from, at));
        from = at + 1;
      }
      this.afterBlank = !this.midLine && isBlank(data, at, end);
      this.midLine = newline < 0;
      at = next;
    }
    this.keep(data.subarray(from, at));
    this.rest = data.slice(at);
    if (isLast) found.push(...this.close());
    return found;
  }

  /** Whether a message begins with a line; null where that cannot be told before more of the box is there. */
  private begins(data: Uint8Array, at: number, end: number, isLast: boolean): boolean | null {
    if (!startsWith(data, at, FROM)) return false;
    const line = asciiOf(data.subarray(at, end)).trimEnd();
    const isDated = dateOfFromLine(line) >= 0;
    if (!isDated && !(this.afterBlank && SENDER.test(line))) return false;
    const nextEnd = data.indexOf(10, end + 1);
    if (nextEnd < 0 && !isLast && data.length - end <= LONGEST_LINE) return null;
    const next = asciiOf(data.subarray(end + 1, Math.min(end + 1 + LONGEST_LINE, nextEnd < 0 ? data.length : nextEnd)));
    return FIELD.test(next) || (isDated && this.afterBlank && next.trim() === '');
  }

  private keep(part: Uint8Array): void {
    // What stands before the first message is none.
    if (part.length === 0 || this.fromLine === null) return;
    this.length += part.length;
    if (this.length > LARGEST_FILE) this.pieces = [];
    // A copy, as a piece would else keep the whole part of the file in memory.
    else this.pieces.push(part.slice());
  }

  private close(): BoxMessage[] {
    const { fromLine, pieces, length } = this;
    this.pieces = [];
    this.length = 0;
    this.fromLine = null;
    return fromLine === null ? [] : [{ fromLine, bytes: length > LARGEST_FILE ? null : joined(...pieces) }];
  }
}

const FROM = new TextEncoder().encode('From ');
const QUOTE = 0x3e;
/** The sender of a line without a date: an address, one as lists write it, or `-`. */
const SENDER = /^From (?:-|[^\s@]+@\S+|\S+ at \S+|MAILER-DAEMON)$/i;
const FIELD = /^>?[!-9;-~]{1,200}:/;

function startsWith(data: Uint8Array, at: number, wanted: Uint8Array): boolean {
  return wanted.every((byte, i) => data[at + i] === byte);
}

function isQuotedFrom(data: Uint8Array, at: number): boolean {
  let from = at;
  while (data[from] === QUOTE) from++;
  return startsWith(data, from, FROM);
}

function isBlank(data: Uint8Array, at: number, end: number): boolean {
  return end === at || (end === at + 1 && data[at] === 13);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
