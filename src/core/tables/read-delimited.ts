import type { RowProblem, TableRow } from './table';

/** Rows of cells, with the problems in them. */
export interface Delimited {
  readonly rows: readonly TableRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads cells and rows by RFC 4180: a cell may stand in quotation marks; it then holds delimiters and line ends as they are, and quotation
 * marks doubled. Never throws. Blank lines are left out. Malformed cells are read as they are most likely meant: a quotation mark inside a
 * bare cell is a character like any other, and text behind a closing quotation mark belongs to the cell.
 */
export function readDelimited(text: string, delimiter: string): Delimited {
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  const end = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]`, 'g');
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const closed = quotedCell(text, at);
        cell = closed.value;
        line += countLines(text, at, closed.end);
        at = closed.end;
        if (!closed.complete) problems.push({ line: first, message: 'A quotation mark is never closed.' });
      }
      end.lastIndex = at;
      const stop = end.exec(text)?.index ?? text.length;
      cell += text.slice(at, stop);
      at = stop;
      cells.push(cell);
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: first, cells });
  }
  return { rows, problems };
}

/** The delimiter between cells: the most frequent one in the first row, outside of quotation marks. */
export function findDelimiter(text: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let inQuotes = false;
  // No heading is longer.
  for (const character of text.slice(0, 20_000)) {
    if (character === '"') inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (character === '\n' && Object.values(counts).some((count) => count > 0)) break;
    else if (character === ',' || character === ';' || character === '\t') counts[character]++;
  }
  // Of equally frequent ones the tab wins: commas and semicolons stand in prose too.
  if (counts['\t'] > 0 && counts['\t'] >= counts[','] && counts['\t'] >= counts[';']) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}

/** The value of a cell that begins with a quotation mark, and the offset behind its closing one. */
function quotedCell(text: string, start: number): { value: string; end: number; complete: boolean } {
  let value = '';
  for (let from = start + 1; ;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return { value: value + text.slice(from), end: text.length, complete: false };
    value += text.slice(from, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1, complete: true };
    value += '"';
    from = mark + 2;
  }
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++;
  }
  return lines;
}
