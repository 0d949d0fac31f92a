import type { Problem } from '../problem';
import type { Span } from '../text/span';
import { quoted } from '../text/visible';
import type { Unnamed } from './post-id';
import { readRows } from './rows';

/** A mail, and what is to be said of it. */
export interface ReadMail {
  readonly post: Unnamed;
  /** Where its date stands, or should. */
  readonly dateField: Span | null;
  /** Whether its date is the day on which it came into the box. */
  readonly came: boolean;
  /** Whether its words do not stand in the file as people read them. */
  readonly encoded: boolean;
}

/** The problems of a box. One for each kind, with a count, at the first place. */
export function mailProblems(text: string, mails: readonly ReadMail[]): Problem[] {
  const undated = mails.filter(({ post }) => post.date === null);
  const came = mails.filter((mail) => mail.came);
  const encoded = mails.filter((mail) => mail.encoded);
  const problems: Problem[] = [];
  if (undated[0]) {
    const span = undated[0].dateField ?? titleOf(undated[0]);
    problems.push({ code: 'unread-date', severity: 'warning', message: undatedMessage(text, undated), span });
  }
  if (came[0]) {
    const many = came.length === 1 ? 'One mail has' : `${came.length} mails have`;
    const message = `${many} no “Date:” that can be read. Taken is the day on the line “From …” before it: here ${came[0].post.date ?? ''}.`;
    problems.push({ code: 'assumed-date', severity: 'info', message, span: came[0].dateField ?? titleOf(came[0]) });
  }
  if (encoded[0]) {
    const many = encoded.length === 1 ? 'The words of one mail are' : `The words of ${encoded.length} mails are`;
    const message =
      `${many} written in base64, quoted-printable or HTML. They are read as they stand in the file, so names and passages in them ` +
      'are not found. To have them as text, import the file: “Import Archive…”, or postgloss import-archive.';
    problems.push({ code: 'encoded-mail', severity: 'warning', message, span: titleOf(encoded[0]) });
  }
  return problems;
}

function undatedMessage(text: string, [first, ...more]: readonly ReadMail[]): string {
  const field = first?.dateField;
  const others = more.length > 0 ? ` The same is true of ${more.length} more mails.` : '';
  const what = field
    ? `${quoted(text.slice(field.start, field.end))} is no date that Postgloss can read, and no line “From …” tells the day. The post has no date.`
    : 'The mail has no “Date:”, and no line “From …” tells the day. The post has no date.';
  return what + others;
}

/** The subject of a mail; where it has none, its first letter. */
function titleOf({ post }: ReadMail): Span {
  return post.places.title ?? { start: post.span.start, end: post.span.start + 1 };
}

/** The problem of a text that is declared a box of mails, and has none. */
export function noMail(text: string): Problem[] {
  const [row] = readRows(text);
  if (!row) return [];
  const line = quoted(text.slice(row.start, Math.min(row.end, row.start + 100)));
  const message =
    `The text is declared an mbox, but no mail is recognized in it. A mail begins with a line “From mara@harbour.example Thu May  4 10:20:30 2016”, ` +
    `or with its header: “From: …”, “Date: …”, “Subject: …”, each on a line, without a blank line between them. The text begins with ${line}. ` +
    'Correct the text, or its format in postgloss.yaml.';
  return [{ code: 'no-posts', severity: 'warning', message, span: { start: row.start, end: row.end } }];
}
