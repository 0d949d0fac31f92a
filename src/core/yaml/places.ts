import type { TextEdit } from '../text/edit';

// Places in the text of a block-style file, by its lines. YAML's own line ends are LF and CRLF.

/** Behind the line end of the line in which the character before `offset` lies. */
export function nextLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  return lineEnd(text, offset);
}

/** The start of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** How many code units stand before an offset in its line; a byte order mark does not count. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text.charCodeAt(start) === 0xfeff ? 1 : 0);
}

/**
 * The offset behind the last line of a record or field that begins in a column and whose content ends at `offset`. Comments under it that
 * are indented deeper count with it: left alone under a block scalar, they would become text.
 */
export function endOfLines(text: string, offset: number, column: number): number {
  let end = nextLine(text, offset);
  for (let at = end; at < text.length;) {
    const next = lineEnd(text, at);
    const line = text.slice(at, next);
    if (isComment(line) && line.indexOf('#') > column) end = next;
    else if (line.trim() !== '') break;
    at = next;
  }
  return end;
}

/** The start of the comment lines right above a record, which speak of it; its own line where there are none. */
export function aboveComments(text: string, dash: number): number {
  const column = columnOf(text, dash);
  let at = lineStart(text, dash);
  while (at > 0) {
    const above = lineStart(text, at - 1);
    const line = text.slice(above, at);
    // A deeper comment belongs to the record before, or is no comment at all but a line of its note.
    if (!isComment(line) || line.indexOf('#') > column) break;
    at = above;
  }
  return at;
}

/** The end of a line's characters, its line end left out. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset without the line ends that precede it; not before `from`. */
export function trimLineEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && /[\r\n]/.test(text[at - 1] ?? '')) at--;
  return at;
}

export function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** Puts lines at the start of a line. At the end of a text without a last line end, adds that line end first. */
export function insertLines(text: string, at: number, lines: string, eol: string): TextEdit {
  const open = at > 0 && text[at - 1] !== '\n';
  return insertion(at, open ? eol + lines : lines + eol);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function isComment(line: string): boolean {
  return /^[ \t]*#/.test(line);
}
