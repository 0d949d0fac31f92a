import { ENTITY_TYPES } from '../../../core/entities';
import { meaningsOf, type ColumnMeaning } from '../../../core/registry-import';
import { withoutHeading, type Table } from '../../../core/tables';
import type { TableFile } from './read-file';
import { choose, chooseWord } from '../../ui/pick';
import { pathName } from '../../ui/inert';

/** A table whose columns are understood. */
export interface UnderstoodTable {
  readonly table: Table;
  readonly meanings: readonly ColumnMeaning[];
  /** The type of rows without one. */
  readonly defaultType: string;
}

/** Finds the meanings of the columns by their headings, and asks for the others it needs. Null when the person turned away. */
export async function understandColumns({ name, table: read, format }: TableFile): Promise<UnderstoodTable | null> {
  let table = read;
  const meanings = meaningsOf(table.columns);
  if (!meanings.includes('name')) {
    // If no cell of the first row is a known heading, the row may be data.
    if (format !== 'jsonl' && meanings.every((meaning) => meaning === null)) {
      const heading = await askForHeading(table);
      if (heading === undefined) return null;
      if (!heading) table = withoutHeading(table);
    }
    const column = await askForColumn(table, `Which column of ${pathName(name)} holds the name?`, meanings, false);
    if (column === undefined || column === null) return null;
    meanings[column] = 'name';
    if (!meanings.includes('type')) {
      const ofType = await askForColumn(table, 'Which column holds the type: person, place, …?', meanings, true);
      if (ofType === undefined) return null;
      if (ofType !== null) meanings[ofType] = 'type';
    }
    if (!meanings.includes('aliases')) {
      const ofAliases = await askForColumn(table, 'Which column holds other spellings?', meanings, true);
      if (ofAliases === undefined) return null;
      if (ofAliases !== null) meanings[ofAliases] = 'aliases';
    }
  }
  if (meanings.includes('type')) return { table, meanings, defaultType: 'other' };
  const defaultType = await askForType();
  return defaultType === undefined ? null : { table, meanings, defaultType };
}

async function askForHeading({ columns }: Table): Promise<boolean | undefined> {
  const first = columns.join(' · ');
  const items = [
    { label: 'It names the columns', description: first, heading: true },
    { label: 'It is data like the others', description: first, heading: false },
  ];
  const options = { title: 'What is the first row?', ignoreFocusOut: true };
  return (await choose(items, options))?.heading;
}

/** The index of the chosen column, null for none, undefined when the person turned away. Offers only columns without a meaning. */
async function askForColumn(
  { columns, rows }: Table,
  title: string,
  meanings: readonly ColumnMeaning[],
  optional: boolean,
): Promise<number | null | undefined> {
  const samples = (index: number) => {
    const cells = rows.slice(0, 20).map(({ cells: all }) => [all[index] ?? ''].flat().join(', '));
    return cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 3)
      .join(' · ');
  };
  const offered = columns.flatMap((column, index) =>
    meanings[index] === null ? [{ label: column, description: samples(index), index }] : [],
  );
  const items = [
    ...offered,
    ...(optional ? [{ label: 'None', description: 'It is not in the file', index: null }] : []),
  ];
  return (await choose(items, { title, ignoreFocusOut: true }))?.index;
}

async function askForType(): Promise<string | undefined> {
  const title = 'The file has no column for the type. Which type do its entities have?';
  return chooseWord([...ENTITY_TYPES, 'other'], { title, ignoreFocusOut: true });
}
