import { dateOfFromLine, readMailDate } from './mail-date';
import { isField, lineEnd, nextLine, readMailHeader, FEW_LINES } from './mail-header';

/** A line `From mara@harbour.example Thu May  4 10:20:30 2016`, which begins a mail of a box. */
export interface Separator {
  readonly start: number;
  /** Behind the line, its line end left out. */
  readonly end: number;
  /** Whether the line ends with a date, be there such a day or not. */
  readonly dated: boolean;
  /** The day on which the mail came into the box, `YYYY-MM-DD`; null where the line names none. */
  readonly date: string | null;
}

/** Longer lines, in UTF-16 code units, begin no mail: an address has 320 at most. */
const MAX_LENGTH = 1000;

/** The sender of a line without a date: an address, one as lists write it, `m.lind at harbour.example`, or `-`. */
const SENDER = /^From (?:-|[^\s@]+@\S+|\S+ at \S+|MAILER-DAEMON)\s*$/i;

/** The lines that begin the mails of a box, in order. Lines of a text that begin with “From” are none. */
export function findSeparators(text: string): Separator[] {
  const found: Separator[] = [];
  for (let at = text.indexOf('From '); at >= 0; at = text.indexOf('From ', at + 5)) {
    const separator = startsLine(text, at) ? separatorAt(text, at) : null;
    if (separator) found.push(separator);
  }
  return found;
}

/**
 * The line at an offset, where it begins a mail: it ends with a date and a time, and the next line is a field of a header, or it stands
 * between blank lines. Where it has no date, it must name a sender, stand behind a blank line, and a header of mail must follow.
 */
export function separatorAt(text: string, start: number): Separator | null {
  if (!text.startsWith('From ', start)) return null;
  const end = lineEnd(text, start);
  if (end - start > MAX_LENGTH) return null;
  const line = text.slice(start, end);
  const next = nextLine(text, end);
  const dated = dateOfFromLine(line);
  if (dated >= 0) {
    if (!isField(text, next) && !(behindBlank(text, start) && lineEnd(text, next) === next)) return null;
    return { start, end, dated: true, date: readMailDate(line.slice(dated)) };
  }
  const begins = SENDER.test(line) && behindBlank(text, start) && isField(text, next);
  if (!begins || readMailHeader(text, next, text.length, FEW_LINES).usual === 0) return null;
  return { start, end, dated: false, date: null };
}

/** Whether a line begins at an offset, a byte order mark before the first one or not. */
function startsLine(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return at === 0 || before === '\n' || before === '\r' || (before === '\ufeff' && at === 1);
}

/** Whether a line is the first of a text, or a blank one precedes it. */
function behindBlank(text: string, start: number): boolean {
  let at = start - 1;
  if (text.charAt(at) === '\n' && text.charAt(at - 1) === '\r') at--;
  return at <= 0 || '\r\n'.includes(text.charAt(at - 1));
}
