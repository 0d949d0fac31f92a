import { isMarkdown } from './file-endings';
import type { Span } from '../text/span';
import type { Row } from './rows';

/** A heading of a text, as indexes of its rows. */
export interface Heading {
  /** The first and the last row: a line of marks can stand above and below. */
  readonly row: number;
  readonly lastRow: number;
  /** 1 for the highest. */
  readonly level: number;
  /** Its text, without marks. */
  readonly text: Span;
}

/** A longer line is no heading. In UTF-16 code units. */
const MAX_LENGTH = 300;

/** `## Heading ##` of Markdown, `== Heading ==` of AsciiDoc and wikis. */
const MARKED = /^(#{1,6}|={1,6})(?:[ \t]+)(?=\S)/;
/** `** Heading` of Org. */
const STARRED = /^(\*{1,8})[ \t]+(?=\S)/;

/** Finds the headings of Markdown, AsciiDoc, wikis, reStructuredText and (by the path) Org, none of them in fenced code. */
export function findHeadings(text: string, rows: readonly Row[], path: string | undefined): Heading[] {
  const org = /\.org$/i.test(path ?? '');
  const underlines = isMarkdown(path) ? '=-' : '=-~^"*+#\'`:._';
  const levels: string[] = [];
  const headings: Heading[] = [];
  let fence: string | null = null;
  rows.forEach((row, index) => {
    const { start, end, opens } = row;
    const unit = text.charAt(start);
    if (fence !== null) {
      if (unit === fence && text.startsWith(fence.repeat(3), start)) fence = null;
      return;
    }
    if ((unit === '`' || (unit === '~' && opens)) && text.startsWith(unit.repeat(3), start)) {
      fence = unit;
      return;
    }
    if (start - row.lineStart > 3 || end - start > MAX_LENGTH) return;
    const marks = unit === '#' || unit === '=' ? MARKED : org && unit === '*' ? STARRED : null;
    const [before, mark] = marks?.exec(text.slice(start, Math.min(end, start + 20))) ?? [];
    if (before !== undefined && mark !== undefined) {
      const inner = text.slice(start, end);
      const closed = inner.length - (/[ \t]+[#=]+$/.exec(inner)?.[0].length ?? 0);
      headings.push({
        row: index,
        lastRow: index,
        level: mark.length,
        text: { start: start + before.length, end: start + Math.max(before.length, closed) },
      });
      return;
    }
    const below = rows[index + 1];
    if (
      !below ||
      below.opens ||
      !underlines.includes(text.charAt(below.start)) ||
      !isRule(text, below) ||
      isRule(text, row)
    )
      return;
    const above = rows[index - 1];
    const over =
      above && !opens && above.opens && text.charAt(above.start) === text.charAt(below.start) && isRule(text, above);
    if (!opens && !over) return;
    const key = `${text.charAt(below.start)}${over ? ' over' : ''}`;
    if (!levels.includes(key)) levels.push(key);
    headings.push({
      row: over ? index - 1 : index,
      lastRow: index + 1,
      level: levels.indexOf(key) + 1,
      text: { start, end },
    });
  });
  return headings;
}

/** Whether a row is a line of three or more equal marks, with white space between or not. */
export function isRule(text: string, { start, end }: Span): boolean {
  const mark = text.charAt(start);
  if (/[\p{L}\p{N}\s]/u.test(mark) || end - start < 3 || end - start > MAX_LENGTH) return false;
  let marks = 0;
  for (let at = start; at < end; at++) {
    if (text.charAt(at) === mark) marks++;
    else if (text.charAt(at) !== ' ') return false;
  }
  return marks >= 3;
}
