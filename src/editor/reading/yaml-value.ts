import * as vscode from 'vscode';

/** The value of a field in one of our YAML files, as somebody is typing or pointing at it. */
export interface YamlValue {
  /** The field: `entity`; for an item of a list, that of the list: `tags`. */
  readonly key: string;
  /** The quotation mark before the value; empty where there is none. */
  readonly quote: '' | '"' | "'";
  /** What stands before the cursor, and all of it; both without quotation marks. */
  readonly typed: string;
  readonly text: string;
  /** The whole value with its quotation marks, on one line. */
  readonly range: vscode.Range;
}

/** How far above an item the key of its list is looked for. */
const MOST_LINES = 300;

/**
 * The value at a place: behind the colon of a field or the dash of a list's item. Looks at lines and not at the whole file, which is
 * not sound while somebody types in it. Null where there is none.
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
  // Behind a comment's sign nothing is a value any more; a space behind the value may be followed by more of it.
  if (position.character > end && line.slice(end, position.character).trim() !== '') return null;
  const quote = quoted?.[1] === '"' ? '"' : quoted?.[1] === "'" ? "'" : '';
  const range = new vscode.Range(position.line, start, position.line, Math.max(end, position.character));
  return { key, quote, typed: line.slice(start + quote.length, position.character), text, range };
}

/** The key of the list that a dash belongs to: the next line above that is indented less, or as much and no item. */
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
