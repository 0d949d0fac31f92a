import { isPlain, UNSURE, Unsure, unquoteDouble, unquoteSingle, wordEnd } from './block-words';
import { contentEnd, type YamlEntry, type YamlList, type YamlMap, type YamlNode } from './tree';

// Reads the block style that this program writes, one field a line, and hand-written files like it. Gives up where it is not sure. The
// library reads everything, but takes 21 to 49 times as long (measured), with which a sidecar of ten thousand annotations would keep a
// person waiting. A property test holds this reader against the library, node for node, place for place.

/** The root of a file in plain block style; null where anything in it needs the library. */
export function readBlockStyle(text: string): YamlNode | null {
  return read(text, (reader) => (reader.indent === 0 ? reader.readMap(0, 0) : null));
}

/** The item of a list, from its dash's line to the line before the next one's; null as above. Its places count from the first line. */
export function readBlockItem(lines: string): YamlNode | null {
  return read(lines, (reader) => reader.readItem(reader.indent, 1));
}

function read(text: string, what: (reader: Reader) => YamlNode | null): YamlNode | null {
  if (text.charCodeAt(text.length - 1) !== LF) return null;
  const crlf = text.charCodeAt(text.indexOf('\n') - 1) === CR;
  if ((crlf ? UNUSUAL_IN_CRLF : UNUSUAL).test(text)) return null;
  const reader = new Reader(text, crlf ? 1 : 0);
  try {
    reader.nextLine();
    const node = reader.line < 0 ? null : what(reader);
    return reader.line < 0 ? node : null;
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
}

/** Tabs, other line ends, controls and the byte order mark; markers of documents and directives at the start of a line. */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/m;

/** The same for a text whose lines end in CRLF, every one of them. */
const UNUSUAL_IN_CRLF =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r(?!\n)|(?<!\r)\n|\n(?:---|\.\.\.|%)|^(?:---|\.\.\.|%)/;

/** In levels. This program writes four. */
const DEEPEST = 8;

/** Up to so many keys are compared one by one, which is quicker than a set. */
const FEW = 16;

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
const DASH = 0x2d;
const COLON = 0x3a;
const BRACKET = 0x5b;
const BAR = 0x7c;

class Reader {
  /** The offset of the current line's first character behind its indent; -1 behind the last line. */
  line = 0;
  indent = 0;
  /** Where the current line's characters end. */
  #end = 0;
  #next = 0;
  readonly #text: string;
  /** How many code units stand before the LF of a line end. */
  readonly #returns: number;

  constructor(text: string, returns: number) {
    this.#text = text;
    this.#returns = returns;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  nextLine(): void {
    const text = this.#text;
    for (;;) {
      const start = this.#next;
      if (start >= text.length) {
        this.line = -1;
        this.indent = -1;
        return;
      }
      let at = start;
      while (text.charCodeAt(at) === SPACE) at++;
      const feed = text.indexOf('\n', at);
      this.#next = feed + 1;
      this.#end = feed - this.#returns;
      if (at === this.#end || text.charCodeAt(at) === HASH) continue;
      this.line = at;
      this.indent = at - start;
      return;
    }
  }

  /** Reads the entries of a map whose keys stand in the column `indent`; the current line is at the first of them. */
  readMap(indent: number, depth: number): YamlMap {
    if (depth > DEEPEST) throw UNSURE;
    const entries: YamlEntry[] = [];
    const start = this.line;
    let keys: Set<string> | null = null;
    while (this.line >= 0 && this.indent === indent && !this.#isItem(this.line)) {
      const entry = this.#readEntry(this.line, indent, depth);
      if (entries.length > FEW) keys ??= new Set(entries.map(({ key }) => key));
      if (keys ? keys.has(entry.key) : entries.some(({ key }) => key === entry.key)) throw UNSURE;
      keys?.add(entry.key);
      entries.push(entry);
    }
    this.#close(indent);
    const map = { kind: 'map' as const, entries, flow: false, span: { start, end: start } };
    map.span.end = contentEnd(map);
    return map;
  }

  #readEntry(at: number, indent: number, depth: number): YamlEntry {
    const text = this.#text;
    const quote = text.charCodeAt(at) === DOUBLE_QUOTE ? 1 : 0;
    const end = wordEnd(text, at + quote);
    if (end === at + quote || (quote === 1 && text.charCodeAt(end) !== DOUBLE_QUOTE)) throw UNSURE;
    const afterColon = end + quote + 1;
    const behind = text.charCodeAt(afterColon);
    if (text.charCodeAt(afterColon - 1) !== COLON || (behind !== SPACE && afterColon !== this.#end)) throw UNSURE;
    return {
      key: text.slice(at + quote, end),
      keySpan: { start: at, end: end + quote },
      afterColon,
      value: behind === SPACE ? this.#readScalar(afterColon + 1, indent) : this.#readBelow(indent, depth),
    };
  }

  /** The value of a key, from the lines below it; null where there is none. */
  #readBelow(indent: number, depth: number): YamlNode | null {
    this.nextLine();
    if (this.line < 0 || this.indent < indent) return null;
    // A list may stand in the column of its key.
    if (this.#isItem(this.line)) return this.#readList(this.indent, depth + 1);
    return this.indent > indent ? this.readMap(this.indent, depth + 1) : null;
  }

  #readList(indent: number, depth: number): YamlList {
    const items: YamlNode[] = [];
    const dashes: number[] = [];
    while (this.line >= 0 && this.indent === indent && this.#isItem(this.line)) {
      dashes.push(this.line);
      items.push(this.readItem(indent, depth));
    }
    this.#close(indent);
    const list = { kind: 'list' as const, items, dashes, flow: false, span: { start: dashes[0] ?? 0, end: 0 } };
    list.span.end = contentEnd(list);
    return list;
  }

  /** Reads an item; the current line is that of its dash. */
  readItem(indent: number, depth: number): YamlNode {
    if (!this.#isItem(this.line)) throw UNSURE;
    const at = this.line + 2;
    if (!this.#isKey(at)) return this.#readScalar(at, indent);
    this.line = at;
    this.indent = indent + 2;
    return this.readMap(indent + 2, depth + 1);
  }

  /** A scalar on one line, or a literal block; afterwards the current line is the one behind it. */
  #readScalar(at: number, indent: number): YamlNode {
    const text = this.#text;
    const end = this.#end;
    const first = text.charCodeAt(at);
    const span = { start: at, end };
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
      if (end < at + 2 || text.charCodeAt(end - 1) !== first) throw UNSURE;
      const inner = text.slice(at + 1, end - 1);
      this.nextLine();
      return {
        kind: 'text',
        value: first === DOUBLE_QUOTE ? unquoteDouble(inner) : unquoteSingle(inner),
        span,
        block: false,
      };
    }
    if (first === BAR) return this.#readBlock(at, indent);
    if (first === BRACKET) {
      if (end !== at + 2 || text[at + 1] !== ']') throw UNSURE;
      this.nextLine();
      return { kind: 'list', items: [], dashes: [], flow: true, span };
    }
    const value = text.slice(at, end);
    if (!isPlain(value)) throw UNSURE;
    this.nextLine();
    return { kind: 'text', value, span, block: false };
  }

  /** A literal block `|-`: its lines up to the first that is indented less. One that ends in blank lines is left to the library. */
  #readBlock(at: number, parent: number): YamlNode {
    const text = this.#text;
    if (this.#end !== at + 2 || text.charCodeAt(at + 1) !== DASH) throw UNSURE;
    const first = this.#next;
    let indent = 0;
    while (text.charCodeAt(first + indent) === SPACE) indent++;
    if (indent <= parent || first + indent >= text.length || /[\r\n]/.test(text[first + indent] ?? '')) throw UNSURE;
    const margin = ' '.repeat(indent);
    const lines: string[] = [];
    let start = first;
    while (start < text.length) {
      const end = text.indexOf('\n', start) - this.#returns;
      if (text.startsWith(margin, start)) lines.push(text.slice(start + indent, end));
      else if (end === start) lines.push('');
      else break;
      start = end + this.#returns + 1;
    }
    if (lines.at(-1)?.trim() === '') throw UNSURE;
    this.#next = start;
    this.nextLine();
    return { kind: 'text', value: lines.join('\n'), span: { start: at, end: start }, block: true };
  }

  #isItem(at: number): boolean {
    return this.#text.charCodeAt(at) === DASH && this.#text.charCodeAt(at + 1) === SPACE;
  }

  /** Whether a key stands at an offset. An item that begins with a key is a map, any other a scalar. */
  #isKey(at: number): boolean {
    const text = this.#text;
    const quote = text.charCodeAt(at) === DOUBLE_QUOTE ? 1 : 0;
    const end = wordEnd(text, at + quote);
    if (end === at + quote || (quote === 1 && text.charCodeAt(end) !== DOUBLE_QUOTE)) return false;
    const colon = end + quote;
    return text.charCodeAt(colon) === COLON && (text.charCodeAt(colon + 1) === SPACE || colon + 1 === this.#end);
  }

  /** Ends a collection. The next line must not be indented deeper than it: only the library can say what such a line is. */
  #close(indent: number): void {
    if (this.line >= 0 && this.indent > indent) throw UNSURE;
  }
}
