import { quoted, visible } from '../text/visible';
import { MAX_COLUMNS, type Cell, type RowProblem, type Table, type TableRow } from './table';

/**
 * Reads JSON Lines: one object a line. Its keys are the columns. A map inside (`"links": {"wikidata": "Q42"}`) gives a column for each of
 * its keys (`links.wikidata`); a list of texts is one cell. Never throws; a line that is no object is reported and left out.
 *
 * @param most the most rows; of more, one is read
 */
export function readJsonLines(text: string, most: number): Table {
  const columns = new Map<string, number>();
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  const lines = text.split(/\r\n?|\n/);
  lines.forEach((source, index) => {
    // One row too many is enough to refuse the table.
    if (source.trim() === '' || rows.length > most) return;
    const line = index + 1;
    const value = parse(source);
    if (typeof value === 'string') {
      problems.push({ line, message: value });
      return;
    }
    const cells: Cell[] = [];
    let leftOut: string | null = null;
    for (const [key, cell] of fieldsOf(value)) {
      const at = columns.get(key) ?? columns.size;
      if (at >= MAX_COLUMNS) {
        leftOut ??= key;
        continue;
      }
      columns.set(key, at);
      cells[at] = cell;
    }
    if (leftOut !== null) {
      const message = `The table has more than ${MAX_COLUMNS} columns. ${quoted(leftOut)} and further ones were left out.`;
      problems.push({ line, message });
    }
    rows.push({ line, cells: Array.from(cells, (cell: Cell | undefined) => cell ?? '') });
  });
  return { columns: [...columns.keys()], rows, problems };
}

/** The object of a line, or the reason why there is none. */
function parse(source: string): object | string {
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    return 'The line is JSON, but no object. Write it in braces.';
  } catch (error) {
    return `The line is no JSON: ${visible(error instanceof Error ? error.message : String(error)).slice(0, 120)}`;
  }
}

function* fieldsOf(object: object): Iterable<[string, Cell]> {
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    if (Array.isArray(value))
      yield [key, key === 'pattern' ? wordsOfPattern(value) : value.flatMap((item) => scalar(item) ?? [])];
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, item] of Object.entries(value) as [string, unknown][]) {
        yield [`${key}.${inner}`, scalar(item) ?? ''];
      }
    } else yield [key, scalar(value) ?? ''];
  }
}

/**
 * The name that a pattern of spaCy or Prodigy matches, a word for each of its tokens. Where words may be in any case, they are written with
 * capitals, as in a name. Empty where it matches no single name.
 */
function wordsOfPattern(tokens: readonly unknown[]): string {
  const words = tokens.map((token) => {
    const [[key, value] = ['', ''], ...others] = Object.entries(Object(token) as Record<string, unknown>);
    if (typeof value !== 'string' || others.length > 0) return null;
    const any = /^(?:lower|lemma|norm)$/i.test(key);
    return any ? value.charAt(0).toUpperCase() + value.slice(1) : /^(?:text|orth)$/i.test(key) ? value : null;
  });
  return words.includes(null) ? '' : words.join(' ');
}

/** A text or a number as text; null for other values, which no field of the registry takes. */
function scalar(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}
