import type { RowProblem, TableRow } from './table';

/** Rows of cells, with the problems in them. */
export interface Delimited {
  readonly rows: readonly TableRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads cells and rows by RFC 4180: a cell may stand in quotation marks; it then holds delimiters and line ends as they are, and quotation
 * marks doubled. Never throws. Blank lines are left out.
 *
 * A quotation mark inside a bare cell is a character like any other. One at the start of a cell that is not closed at the end of a cell is
 * so too where tabs stand between the cells, as most programs write such tables without quotation marks. Else the line is left out, and said
 * so: nobody can tell where its cell ends. The next line is read as if nothing had been.
 */
export function readDelimited(text: string, delimiter: string): Delimited {
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  const end = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]`, 'g');
  const lineEnd = /\r\n?|\n|$/g;
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    const start = at;
    let fault: string | null = null;
    for (;;) {
      const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : null;
      if (quoted?.ok === true) {
        cells.push(quoted.value);
        line += countLines(text, at, quoted.end);
        at = quoted.end;
      } else if (quoted && delimiter !== '\t') {
        fault = quoted.why;
        break;
      } else {
        end.lastIndex = at;
        const stop = end.exec(text)?.index ?? text.length;
        cells.push(text.slice(at, stop));
        at = stop;
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    if (fault !== null) {
      problems.push({ line: first, message: `${fault} The line was left out.` });
      lineEnd.lastIndex = start;
      at = lineEnd.exec(text)?.index ?? text.length;
      line = first;
    } else if (cells.length > 1 || cells[0] !== '') rows.push({ line: first, cells });
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
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

type QuotedCell =
  { readonly ok: true; readonly value: string; readonly end: number } | { readonly ok: false; readonly why: string };

/** The value of a cell that begins with a quotation mark, and the offset behind its closing one, where the cell must end. */
function quotedCell(text: string, start: number, delimiter: string): QuotedCell {
  let value = '';
  for (let from = start + 1; ;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return { ok: false, why: 'A quotation mark is never closed.' };
    value += text.slice(from, mark);
    const next = text[mark + 1];
    if (next === undefined || next === delimiter || next === '\r' || next === '\n')
      return { ok: true, value, end: mark + 1 };
    if (next !== '"') return { ok: false, why: 'Text stands behind the closing quotation mark of a cell.' };
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
