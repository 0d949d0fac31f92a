import * as vscode from 'vscode';
import {
  formatOfName,
  ENTITY_LIMITS,
  readTable,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
} from '../../../core/tables';
import { decodeAs, visible } from '../../../core/text';
import { choose } from '../../ui/pick';
import { fail } from '../../ui/say';
import { pathName } from '../../ui/inert';

/** A table in a file. */
export interface TableFile {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly table: Table;
  readonly format: TableFormat;
}

/** Lets a person choose a file with a table; undefined when the person turned away. */
export async function chooseFile(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'Import Entities from a Table',
    openLabel: 'Import',
    defaultUri: folder,
    filters: { Tables: ['csv', 'tsv', 'tab', 'txt', 'jsonl', 'ndjson'], 'All files': ['*'] },
  });
  return chosen?.[0];
}

/** Reads a table from a file. Null after a message that tells why it cannot, or when the person turned away. */
export async function readTableFile(uri: vscode.Uri): Promise<TableFile | null> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const text = await readText(uri, name);
  if (text === null) return null;
  const format = formatOfName(name) ?? (await askForFormat(name));
  if (!format) return null;
  const read = readTable(text, format);
  return read.ok ? { name, table: read.table, format } : refuse(name, read.why);
}

async function readText(uri: vscode.Uri, name: string): Promise<string | null> {
  try {
    // In UTF-8, each UTF-16 unit takes at most three bytes.
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > 3 * ENTITY_LIMITS.length) return refuse(name, 'The file is too large. Split it.');
    const text = decodeAs(await vscode.workspace.fs.readFile(uri));
    return text ?? refuse(name, 'It is not UTF-8 text. Save it as “CSV UTF-8”, then import it again.');
  } catch (error) {
    return refuse(name, error instanceof Error ? error.message : String(error));
  }
}

async function askForFormat(name: string): Promise<TableFormat | undefined> {
  const labels: Readonly<Record<TableFormat, string>> = {
    csv: 'CSV: cells between commas or semicolons',
    tsv: 'TSV: cells between tabs',
    jsonl: 'JSON Lines: an object on each line',
    lst: 'List: a name on each line',
  };
  const items = TABLE_FORMATS.map((format) => ({ label: labels[format], format }));
  const title = `Which format does ${pathName(name)} have?`;
  return (await choose(items, { title, ignoreFocusOut: true }))?.format;
}

function refuse(name: string, why: string): null {
  fail(`${pathName(name)} was not imported. ${visible(why)}`);
  return null;
}
