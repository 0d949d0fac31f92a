import type { Result } from '../result';

/** A regular expression as a tree. A `unit` is one character of a set, as its source: `a`, `[a-z]`, `\d`, `.`. */
export type Regex =
  | { readonly kind: 'unit'; readonly source: string }
  | { readonly kind: 'assert'; readonly at: '^' | '$' | '\\b' | '\\B' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Regex[] }
  | {
      readonly kind: 'repeat';
      readonly of: Regex;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    };

/** The deepest nesting of groups. */
const DEEPEST = 50;

/**
 * Reads a regular expression as JavaScript reads it with the flag `u`. Refuses what cannot be searched for in linear time: references back
 * to a group, and looking ahead or behind.
 */
export function readRegex(source: string): Result<{ readonly regex: Regex }> {
  try {
    new RegExp(source, 'iu');
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
    return { ok: false, why: `This is no regular expression: ${why}.` };
  }
  const parser = new RegexParser(source);
  const regex = parser.choice(0);
  return parser.why === null ? { ok: true, regex } : { ok: false, why: parser.why };
}

/** The source is known to be right, so that only its extents have to be found. */
class RegexParser {
  readonly #source: string;
  #at = 0;
  why: string | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  choice(depth: number): Regex {
    const parts = [this.#sequence(depth)];
    while (this.#take(/\|/y) !== null) parts.push(this.#sequence(depth));
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(depth: number): Regex {
    const parts: Regex[] = [];
    while (this.why === null && this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      parts.push(this.#repeated(this.#atom(depth)));
    }
    return { kind: 'sequence', parts };
  }

  #atom(depth: number): Regex {
    if (this.#take(/\((?!\?)|\(\?:/y) !== null) {
      if (depth >= DEEPEST) return this.#refuse(`Groups of a regular expression may be ${DEEPEST} deep.`);
      const inner = this.choice(depth + 1);
      this.#take(/\)/y);
      return inner;
    }
    if (this.#take(/\(\?/y) !== null)
      return this.#refuse('Looking ahead or behind, and names of groups, are not searched for.');
    const assertion = this.#take(/\^|\$|\\[bB]/y);
    if (assertion !== null) return { kind: 'assert', at: assertion as '^' };
    if (this.#take(/\\[1-9k]/y) !== null) return this.#refuse('References back to a group are not searched for.');
    const source = this.#take(
      /\[(?:[^\\\]]|\\[^])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|x..|c.|[^])|[^]/uy,
    );
    return { kind: 'unit', source: source ?? '' };
  }

  #repeated(of: Regex): Regex {
    const [sign, from, comma, to, lazy] = this.#match(/(?:[*+?]|\{(\d+)(,?)(\d*)\})(\??)/y) ?? [];
    if (sign === undefined) return of;
    const kind = sign.charAt(0);
    const least = from === undefined ? (kind === '+' ? 1 : 0) : Number(from);
    const most = from === undefined ? (kind === '?' ? 1 : Infinity) : !comma ? least : to ? Number(to) : Infinity;
    return { kind: 'repeat', of, least, most, lazy: lazy !== '' };
  }

  #refuse(why: string): Regex {
    this.why ??= why;
    return { kind: 'sequence', parts: [] };
  }

  #take(sticky: RegExp): string | null {
    return this.#match(sticky)?.[0] ?? null;
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }
}
