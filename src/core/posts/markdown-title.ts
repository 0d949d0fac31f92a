import { readRows } from './rows';
import { collapse } from './words';

/** A longer line is no heading. In UTF-16 code units. */
const MAX_HEADING_LENGTH = 600;

/**
 * The text of the first heading of the first level in Markdown, in either form: `# Title`, or a line underlined with `===`. Null where
 * there is none. Fenced code blocks have no headings.
 */
export function findMarkdownTitle(markdown: string): string | null {
  let fence: string | null = null;
  let above: string | null = null;
  for (const row of readRows(markdown)) {
    const indented = row.start - row.lineStart > 3;
    const line = markdown.slice(row.start, Math.min(row.end, row.start + MAX_HEADING_LENGTH + 1));
    const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0] ?? null;
    if (fence !== null) {
      if (mark?.startsWith(fence) && mark === line) fence = null;
      continue;
    }
    if (row.opens) above = null;
    if (above !== null && !indented && /^=+$/.test(line)) return collapse(above);
    above = null;
    if (indented || line.length > MAX_HEADING_LENGTH) continue;
    if (mark !== null) {
      fence = mark;
      continue;
    }
    const heading = /^#\s/.test(line) ? withoutClosingMarks(collapse(line.slice(1))) : '';
    if (heading !== '') return heading;
    if (!/^[#>=-]/.test(line)) above = line;
  }
  return null;
}

/** Takes off the hash marks that may close a heading: `# Title ##`. */
function withoutClosingMarks(heading: string): string {
  let end = heading.length;
  while (heading.charAt(end - 1) === '#') end--;
  return end < heading.length && (end === 0 || heading.charAt(end - 1) === ' ')
    ? heading.slice(0, end).trimEnd()
    : heading;
}
