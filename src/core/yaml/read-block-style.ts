import { contentEnd, type YamlEntry, type YamlNode } from './tree';

// Reads the YAML that this program writes, and what people write after its pattern: block style, one field a line. The library reads
// everything, and takes a hundred times as long; a sidecar of ten thousand annotations would keep a person waiting. So this reader
// takes what it is sure of, and gives up on all else: a property test holds it against the library, node for node, place for place.

/** The root of a file in plain block style; null where there is anything in it that only the library can tell. */
export function readBlockStyle(text: string): YamlNode | null {
  if (!text.endsWith('\n') || UNUSUAL.test(text)) return null;
  const reader = new Reader(text);
  try {
    reader.nextLine();
    const root = reader.line === null || reader.indent !== 0 ? null : reader.readMap(0, 0);
    return reader.line === null ? root : null;
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
}

/** Tabs, other line ends, controls and the byte order mark; markers of documents and directives at the start of a line. */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/m;

/** Thrown where the reader is not sure. One error for all, made beforehand: making one for each file would cost a stack trace. */
class Unsure extends Error {}
const UNSURE = new Unsure();

/** As deep as anything that this program writes, and some more. */
const DEEPEST = 8;

/** A key as this program writes it, with its colon: letters, digits, `_`, `-`, beginning with a letter; quoted ones too. */
const KEY = /(?:([A-Za-z][\w-]*)|"([A-Za-z][\w-]*)"):(?=[ \n])/y;

/** A scalar that may stand bare; what YAML gives a meaning to at its start is not among its first characters. */
const PLAIN = /[\p{L}\p{N}_.(/“”‘’«»…—–$+~^;<=\\][^\n]*/uy;
const DOUBLE_QUOTED = /"((?:[^"\\\n]|\\(?:["\\/nt]|u[0-9a-fA-F]{4}))*)"(?=\n)/y;
const SINGLE_QUOTED = /'((?:[^'\n]|'')*)'(?=\n)/y;

class Reader {
  /** The offset of the current line's first character behind its indent; null behind the last line. */
  line: number | null = null;
  indent = 0;
  #next = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes to the next line that says something. */
  nextLine(): void {
    const text = this.#text;
    for (;;) {
      const start = this.#next;
      if (start >= text.length) {
        this.line = null;
        this.indent = -1;
        return;
      }
      let at = start;
      while (text[at] === ' ') at++;
      this.#next = text.indexOf('\n', at) + 1;
      if (text[at] === '#' || at + 1 === this.#next) continue;
      this.line = at;
      this.indent = at - start;
      return;
    }
  }

  /** Reads the entries of a map whose keys stand in the column `indent`; the current line is at the first of them. */
  readMap(indent: number, depth: number): YamlNode {
    const entries: YamlEntry[] = [];
    const keys = new Set<string>();
    const start = this.line ?? 0;
    while (this.line !== null && this.indent === indent && !this.#isItem(this.line)) {
      const entry = this.#readEntry(this.line, indent, depth);
      if (keys.has(entry.key)) throw UNSURE;
      keys.add(entry.key);
      entries.push(entry);
    }
    return this.#closed(indent, { kind: 'map', entries, flow: false, span: { start, end: start } });
  }

  #readEntry(at: number, indent: number, depth: number): YamlEntry {
    if (depth > DEEPEST) throw UNSURE;
    KEY.lastIndex = at;
    const found = KEY.exec(this.#text);
    if (!found) throw UNSURE;
    const afterColon = at + found[0].length;
    const keySpan = { start: at, end: afterColon - 1 };
    const key = found[1] ?? found[2] ?? '';
    return { key, keySpan, afterColon, value: this.#readValue(afterColon, indent, depth) };
  }

  /** What stands behind a colon, or below it. */
  #readValue(afterColon: number, indent: number, depth: number): YamlNode | null {
    if (this.#text[afterColon] === ' ') return this.#readScalar(afterColon + 1, indent);
    this.nextLine();
    if (this.line === null || this.indent < indent) return null;
    // A list may stand in the column of its key.
    if (this.#isItem(this.line)) return this.#readList(this.indent, depth + 1);
    return this.indent > indent ? this.readMap(this.indent, depth + 1) : null;
  }

  #readList(indent: number, depth: number): YamlNode {
    const items: YamlNode[] = [];
    const dashes: number[] = [];
    while (this.line !== null && this.indent === indent && this.#isItem(this.line)) {
      const dash = this.line;
      dashes.push(dash);
      const at = dash + 2;
      KEY.lastIndex = at;
      if (KEY.test(this.#text)) {
        this.line = at;
        this.indent = indent + 2;
        items.push(this.readMap(indent + 2, depth + 1));
      } else {
        items.push(this.#readScalar(at, indent));
      }
    }
    const start = dashes[0] ?? 0;
    return this.#closed(indent, { kind: 'list', items, dashes, flow: false, span: { start, end: start } });
  }

  /** A scalar on one line, or a literal block; afterwards the current line is the one behind it. */
  #readScalar(at: number, indent: number): YamlNode {
    const text = this.#text;
    const first = text[at];
    if (first === '|') return this.#readBlock(at, indent);
    if (text.startsWith('[]\n', at)) return this.#single(at, { kind: 'list', items: [], dashes: [], flow: true }, 2);
    const pattern = first === '"' ? DOUBLE_QUOTED : first === "'" ? SINGLE_QUOTED : PLAIN;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw UNSURE;
    const [source, inner = source] = found;
    if (pattern === PLAIN && /: | #|[: ]$/.test(source)) throw UNSURE;
    const value =
      pattern === DOUBLE_QUOTED ? unescape(inner) : pattern === SINGLE_QUOTED ? inner.replaceAll("''", "'") : source;
    return this.#single(at, { kind: 'text', value, block: false }, source.length);
  }

  /** A node that ends with its line. A following line that is indented deeper would belong to it, and is not for this reader. */
  #single(at: number, node: Unplaced, length: number): YamlNode {
    if (this.#text[at + length] !== '\n') throw UNSURE;
    this.nextLine();
    return { ...node, span: { start: at, end: at + length } };
  }

  /** A literal block `|-`: its lines up to the first that is indented less. One that ends in blank lines is left to the library. */
  #readBlock(at: number, parent: number): YamlNode {
    const text = this.#text;
    if (!text.startsWith('|-\n', at)) throw UNSURE;
    const first = at + 3;
    let indent = 0;
    while (text[first + indent] === ' ') indent++;
    if (indent <= parent || text[first + indent] === '\n' || first + indent >= text.length) throw UNSURE;
    const margin = ' '.repeat(indent);
    const lines: string[] = [];
    let start = first;
    while (start < text.length) {
      const end = text.indexOf('\n', start);
      if (text.startsWith(margin, start)) lines.push(text.slice(start + indent, end));
      else if (end === start) lines.push('');
      else break;
      start = end + 1;
    }
    if (lines.at(-1)?.trim() === '') throw UNSURE;
    this.#next = start;
    this.nextLine();
    return { kind: 'text', value: lines.join('\n'), block: true, span: { start: at, end: start } };
  }

  #isItem(at: number): boolean {
    return this.#text[at] === '-' && this.#text[at + 1] === ' ';
  }

  /** A collection ends where a line is indented less. A deeper one cannot be explained, and is not for this reader. */
  #closed<T extends YamlNode>(indent: number, node: T): T {
    if (this.line !== null && this.indent > indent) throw UNSURE;
    return { ...node, span: { start: node.span.start, end: contentEnd(node) } };
  }
}

type Unplaced = { kind: 'text'; value: string; block: boolean } | { kind: 'list'; items: []; dashes: []; flow: true };

/** The text of a double-quoted scalar. */
function unescape(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(/\\(?:u(.{4})|(.))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign) : String.fromCharCode(parseInt(code, 16)),
  );
}
