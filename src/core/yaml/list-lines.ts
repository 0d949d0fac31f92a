/**
 * Where the items of a block list stand in a text, by its lines alone. An item reaches from the line of its dash to the line of the next
 * dash, comments included. Each can be read by itself: all that an item holds is indented deeper than its dash, so no construct of YAML
 * reaches over the line of a dash.
 */
export interface ListLines {
  /** The offset of the list's key, its quotation mark included. */
  readonly key: number;
  /** How many spaces stand before each dash. */
  readonly indent: number;
  /** The start of each item's first line. */
  readonly starts: readonly number[];
  /** The start of the first line behind the list, or the end of the text. */
  readonly end: number;
}

/** The list under a key at the margin; null where there is none, or where only a reader of YAML can tell. */
export function findList(text: string, listKey: string): ListLines | null {
  const head = new RegExp(`^(["']?)${listKey}\\1[ \\t]*:(?:[ \\t]+#[^\\n]*|[ \\t]*)\\r?\\n`, 'm').exec(text);
  if (!head) return null;
  const first = behindComments(text, head.index + head[0].length);
  const indent = indentOf(text, first);
  if (!isDashLine(text, first, indent)) return null;
  const end = endOfList(text, first, indent);
  return { key: head.index, indent, starts: itemStarts(text, first, end, indent), end };
}

/** The starts of the lines from `first` to `end` that have a dash behind exactly `indent` spaces. The line at `first` has one. */
export function itemStarts(text: string, first: number, end: number, indent: number): number[] {
  const starts = [first];
  const dash = `\n${' '.repeat(indent)}-`;
  for (let at = text.indexOf(dash, first); at >= 0 && at < end; at = text.indexOf(dash, at + 1)) {
    if (isDash(text, at + 1 + indent)) starts.push(at + 1);
  }
  return starts;
}

/** The start of the line that ends a list: the first at the margin that is no comment, behind the item that begins at `first`. */
export function endOfList(text: string, first: number, indent: number): number {
  const end = indent > 0 ? /\n(?=[^ \t#\r\n]|\r(?!\n))/g : /\n(?=[^ \t#\r\n-]|\r(?!\n)|-(?![ \t\r\n]|$))/g;
  end.lastIndex = first;
  const found = end.exec(text);
  return found ? found.index + 1 : text.length;
}

/** Whether an item begins with the line that starts there. */
export function isDashLine(text: string, start: number, indent: number): boolean {
  for (let at = start; at < start + indent; at++) if (text[at] !== ' ') return false;
  return isDash(text, start + indent);
}

/** Whether a dash of a list stands there. */
function isDash(text: string, at: number): boolean {
  return text[at] === '-' && /^[ \t\r\n]?$/.test(text[at + 1] ?? '');
}

function behindComments(text: string, from: number): number {
  const lines = /(?: *(?:#[^\n]*)?\r?\n)*/y;
  lines.lastIndex = from;
  return from + (lines.exec(text)?.[0].length ?? 0);
}

function indentOf(text: string, at: number): number {
  let indent = 0;
  while (text[at + indent] === ' ') indent++;
  return indent;
}
