import * as vscode from 'vscode';

/** The value of a field in one of our YAML files, as somebody is typing or pointing at it. */
export interface YamlValue {
  /** The field: `entity`; for an item of a list, that of the list: `tags`. */
  readonly key: string;
  /** The quotation mark before the value; empty where there is none. */
  readonly quote: '' | '"' | "'";
  /** The part of the value before the cursor, without its quotation mark. */
  readonly typed: string;
  /** The whole value, without quotation marks. */
  readonly text: string;
  /** The whole value with its quotation marks, on one line. */
  readonly range: vscode.Range;
}

/** How many lines above an item the key of its list is looked for. */
const MOST_LINES = 300;

/**
 * The value at a place: behind the colon of a field or the dash of a list's item. Null where no value is. Reads single lines and does
 * not parse the file, because it is often invalid while a person types.
 */
export function valueAt(document: vscode.TextDocument, position: vscode.Position): YamlValue | null {
  const line = document.lineAt(position.line).text;
  const field = /^\s*(?:- +)?([\w-]+): +/.exec(line);
  const item = field ? null : /^(\s*)- +/.exec(line);
  const start = (field ?? item)?.[0].length ?? Infinity;
  if (position.character < start) return null;
  const key = field?.[1] ?? (item ? keyOfList(document, position.line, item[1]?.length ?? 0) : null);
  if (key === null) return null;
  const rest = line.slice(start);
  const quoted = /^(["'])((?:(?!\1).)*)\1?/.exec(rest);
  const bare = rest.replace(/(?:^|\s+)#.*$/, '').trimEnd();
  const text = quoted?.[2] ?? bare;
  const end = start + Math.max(quoted?.[0].length ?? bare.length, 0);
  // A cursor in a comment is at no value; a cursor behind spaces after the value still is, as more of it may follow.
  if (position.character > end && line.slice(end, position.character).trim() !== '') return null;
  const quote = quoted?.[1] === '"' ? '"' : quoted?.[1] === "'" ? "'" : '';
  const range = new vscode.Range(position.line, start, position.line, Math.max(end, position.character));
  return { key, quote, typed: line.slice(start + quote.length, position.character), text, range };
}

/** The key of the list that a dash belongs to: the nearest key above that is indented no more than the dash. Null for none. */
function keyOfList(document: vscode.TextDocument, line: number, indent: number): string | null {
  for (let above = line - 1; above >= Math.max(0, line - MOST_LINES); above--) {
    const text = document.lineAt(above).text;
    if (/^\s*(?:#.*)?$/.test(text)) continue;
    const key = /^(\s*(?:- +)?)([\w-]+):\s*(?:#.*)?$/.exec(text);
    if (key && (key[1]?.length ?? 0) <= indent) return key[2] ?? null;
    if ((/^\s*/.exec(text)?.[0].length ?? 0) < indent) return null;
  }
  return null;
}
