import type { Span } from '../text/span';

/** Ends the reading of a query; `parseQuery` answers with it. */
export class Refusal extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** Ends the reading of a query with a mistake and its place. */
export function refuse(message: string, span: Span): never {
  throw new Refusal(message, span);
}

/** Code units that end a word or value: white space, and the signs of the grammar. */
const BARE = /(?:(?!\.\.)[^\s()",:;|])+/y;

/** Reads the words and signs of a query from left to right. White space before each is skipped. */
export class Reader {
  readonly text: string;
  #at = 0;
  /** The end of what was taken last. */
  #end = 0;

  constructor(text: string) {
    this.text = text;
    this.#skip();
  }

  /** Where the next word or sign begins. */
  get at(): number {
    return this.#at;
  }

  /** The end of what was taken last, before the white space behind it. */
  get end(): number {
    return this.#end;
  }

  get atEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** The next character; empty at the end. */
  get next(): string {
    const code = this.text.codePointAt(this.#at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  /** Whether white space was skipped before it. */
  isSpaced(): boolean {
    return this.#at > this.#end;
  }

  /** The place of the next character. */
  get here(): Span {
    return { start: this.#at, end: this.#at + this.next.length };
  }

  refuse(message: string): never {
    return refuse(message, this.here);
  }

  /** Takes what fits a sticky expression; null where nothing does. */
  take(sticky: RegExp): string | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.text)?.[0] ?? null;
    if (found === null) return null;
    this.#at += found.length;
    this.#end = this.#at;
    this.#skip();
    return found;
  }

  #skip(): void {
    while (/\s/.test(this.text.charAt(this.#at))) this.#at++;
  }

  /** A word or value without quotation marks; null where none begins here. */
  bare(): string | null {
    return this.take(BARE);
  }

  /** The word that begins here, without taking it. */
  peekWord(): string | null {
    BARE.lastIndex = this.#at;
    return BARE.exec(this.text)?.[0] ?? null;
  }

  /** Takes a word if it is this one and no key. */
  takeWord(word: string): boolean {
    if (this.peekWord() !== word || this.text.charAt(this.#at + word.length) === ':') return false;
    return this.take(BARE) !== null;
  }

  /** A text in quotation marks, without them; null where none begins here. */
  phrase(): string | null {
    if (this.next !== '"') return null;
    const { start } = this.here;
    const found = this.take(/"(?:[^"\\]|\\[^])*"/y);
    if (found === null) refuse('This quotation mark is not closed.', { start, end: this.text.length });
    return found.slice(1, -1).replace(/\\(["\\])/g, '$1');
  }
}
