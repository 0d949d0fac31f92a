import { isId } from '../entities/id';
import { quoted } from '../text/visible';
import { cleanLine, cleanLines, splitCell, typeOf } from './cells';
import type { ColumnMeanings } from './columns';
import type { Cell, RowProblem, Table } from '../tables/table';

/** An entity as a row describes it. */
export interface ImportEntry {
  /** The 1-based line of the file. */
  readonly line: number;
  /** Null where the row has no valid id. */
  readonly id: string | null;
  /** The id as the file has it, also where it cannot be an id of ours; null where it has none. Rows with two of them are two entities. */
  readonly key: string | null;
  readonly name: string;
  /** Null where the row has none. */
  readonly type: string | null;
  /** Without the name, each once. */
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly links: ReadonlyMap<string, string>;
}

/** In UTF-16 code units: longer than any name. */
const LONGEST_NAME = 300;
/** In UTF-16 code units: longer than any description that a person would write. */
const LONGEST_TEXT = 20_000;

/** Reads the rows of a table as entities. A row without a valid name is reported and left out. */
export function readEntries(
  table: Table,
  meanings: ColumnMeanings,
): { readonly entries: readonly ImportEntry[]; readonly problems: readonly RowProblem[] } {
  const problems = [...table.problems];
  const entries: ImportEntry[] = [];
  const columns = {
    ...{ id: meanings.indexOf('id'), name: meanings.indexOf('name') },
    ...{ type: meanings.indexOf('type'), description: meanings.indexOf('description') },
  };
  for (const { line, cells } of table.rows) {
    const report = (message: string) => problems.push({ line, message });
    const written = first(cells[columns.name]);
    const name = cleanLine(written);
    const wrong = name === '' ? 'The row has no name.' : (whyNoName(name) ?? whyNotOne(written));
    if (wrong) {
      // Rows of empty cells are not reported: spreadsheets write them.
      if (cells.some((cell) => cell.length > 0)) report(`${wrong} It was left out.`);
      continue;
    }
    const aliases = new Set<string>();
    for (const alias of aliasesOf(cells, meanings, table.columns).map(cleanLine)) {
      if (alias === '' || alias === name) continue;
      const why = whyNoName(alias);
      if (why) report(`${why} The spelling was left out.`);
      else aliases.add(alias);
    }
    const description = cleanLines(first(cells[columns.description])).slice(0, LONGEST_TEXT);
    const id = cleanLine(first(cells[columns.id]));
    if (id !== '' && !isId(id)) report(`${quoted(id)} cannot be an id; one was made of the name.`);
    entries.push({
      line,
      id: isId(id) ? id : null,
      key: id === '' ? null : id,
      name,
      type: typeOf(first(cells[columns.type])).slice(0, LONGEST_NAME) || null,
      aliases: [...aliases],
      description: description === '' ? null : description,
      links: linksOf(cells, meanings),
    });
  }
  return { entries, problems };
}

/** Why a text cannot be a name, as a sentence; null where it can. */
function whyNoName(text: string): string | null {
  if (text.length > LONGEST_NAME) return `${quoted(text)} is too long for a name.`;
  if (!/[\p{L}\p{N}]/u.test(text)) return `${quoted(text)} has no letter or digit and could never be found in a text.`;
  return null;
}

/** Why a cell holds more than one name: a quotation mark at its start that was closed in another row makes one cell of both. */
function whyNotOne(written: string): string | null {
  return /[\r\n].*[\t\r\n]/su.test(written.trim())
    ? `${quoted(cleanLine(written))} goes over several lines and columns. Perhaps a quotation mark is missing.`
    : null;
}

function first(cell: Cell = ''): string {
  return typeof cell === 'string' ? cell : (cell[0] ?? '');
}

function aliasesOf(cells: readonly Cell[], meanings: ColumnMeanings, columns: readonly string[]): string[] {
  return cells.flatMap((cell, i) => {
    if (meanings[i] !== 'aliases') return [];
    if (typeof cell !== 'string') return [...cell];
    // The query service of Wikidata puts commas between them.
    return /^[a-z]\w*AltLabel$/.test(columns[i] ?? '') && !/[|;]/.test(cell) ? cell.split(', ') : splitCell(cell);
  });
}

function linksOf(cells: readonly Cell[], meanings: ColumnMeanings): Map<string, string> {
  const links = new Map<string, string>();
  meanings.forEach((meaning, i) => {
    if (typeof meaning !== 'object' || meaning === null) return;
    const cell = cells[i] ?? '';
    const target = cleanLine(typeof cell === 'string' ? cell : (cell[0] ?? '')).slice(0, LONGEST_TEXT);
    const name = cleanLine(meaning.link).slice(0, LONGEST_NAME);
    const own = name === 'wikidata' ? target.replace(WIKIDATA, '') : target;
    if (own !== '' && name !== '' && !links.has(name)) links.set(name, own);
  });
  return links;
}

/** Queries give the address of an item. */
const WIKIDATA = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(?=Q\d+$)/;
