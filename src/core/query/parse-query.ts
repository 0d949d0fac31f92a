import type { Span } from '../text/span';
import { cut } from '../text/visible';
import { isOption, keyNamed, type Scope, type Show, type Sort, type Group, type OptionKey } from './keys';
import { nearestKey } from './nearest-key';
import type { Expression, Query, QueryError, Term } from './query';
import { optionWord, refuseOptions, type GivenOption } from './options';
import { compileRegex } from './regex-program';
import { Reader, refuse, Refusal } from './reader';
import { readValues } from './values';

/** The most UTF-16 code units of a query, of nested parentheses and negations, and of terms. */
const LONGEST = 2000;
const DEEPEST = 50;
const MOST_TERMS = 200;

/** How far apart the two places of NEAR may be where the query does not say it, and at most: words between them. */
const NEAR_WORDS = 10;
const MOST_WORDS = 1000;

export type Parsed = { readonly ok: true; readonly query: Query } | ({ readonly ok: false } & QueryError);

/** Reads a query. Never throws: a query that cannot be understood gives its first mistake and the place of it. */
export function parseQuery(text: string): Parsed {
  try {
    if (text.length > LONGEST) {
      return refuse(`A query may have ${LONGEST} characters.`, { start: LONGEST, end: text.length });
    }
    return { ok: true, query: new Parser(text).query() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message, span: error.span };
    throw error;
  }
}

/** A recursive descent through the grammar of README.md. */
class Parser {
  readonly #reader: Reader;
  readonly #options = new Map<OptionKey, GivenOption>();
  #depth = 0;
  /** In how many parentheses and negations the parser is: options count for the whole query, and stand in none. */
  #inside = 0;
  #terms = 0;

  constructor(text: string) {
    this.#reader = new Reader(text);
  }

  query(): Query {
    const reader: Reader = this.#reader;
    const expression = reader.atEnd ? null : this.#or();
    if (!reader.atEnd) {
      const stray = reader.next === ')' ? 'No “(” is open here.' : `${shown(reader.next)} stands between no terms.`;
      reader.refuse(stray);
    }
    const word = (name: OptionKey) => this.#options.get(name)?.word ?? null;
    const sort = word('sort');
    const query: Query = {
      expression,
      show: (word('show') ?? 'posts') as Show,
      in: word('in') as Scope | null,
      sort: sort === null ? null : { by: sort.replace('-', '') as Sort['by'], reversed: sort.startsWith('-') },
      group: word('group') as Group | null,
    };
    refuseOptions(query, this.#options);
    return query;
  }

  /** Null where there are options alone. */
  #or(): Expression | null {
    const branches: Expression[] = [];
    for (;;) {
      const { here } = this.#reader;
      const branch = this.#and();
      const more = this.#reader.take(/\|/y) !== null || this.#reader.takeWord('OR');
      if (!branch && (more || branches.length > 0)) refuse('OR needs a term on each side.', here);
      if (branch) branches.push(branch);
      if (!more) return joined('or', branches);
    }
  }

  #and(): Expression | null {
    const terms: Expression[] = [];
    const reader: Reader = this.#reader;
    let [any, needed] = [false, false];
    for (;;) {
      const { here } = reader;
      if (reader.atEnd || reader.next === ')' || reader.next === '|' || reader.peekWord() === 'OR') {
        if (needed) refuse('AND needs a term on each side.', here);
        return joined('and', terms);
      }
      if (any && !needed && reader.takeWord('AND')) {
        needed = true;
        continue;
      }
      const term = this.#unary();
      [any, needed] = [true, false];
      if (term) terms.push(term);
    }
  }

  /** Null for an option. */
  #unary(): Expression | null {
    const reader: Reader = this.#reader;
    const { here } = reader;
    if (reader.take(/-(?!\s|$)/y) !== null || reader.takeWord('NOT')) {
      if (reader.atEnd || reader.next === ')')
        refuse('Nothing follows that could be left out.', { ...here, end: reader.end });
      const term = this.#nested(() => this.#unary(), here);
      return term && { kind: 'not', term };
    }
    if (reader.take(/\(/y) === null) return this.#near();
    const inner = this.#nested(() => this.#or(), here);
    if (reader.take(/\)/y) === null) refuse('This “(” is not closed.', here);
    if (!inner) refuse('There is nothing in these parentheses.', { start: here.start, end: reader.end });
    return inner;
  }

  #nested(read: () => Expression | null, here: Span): Expression | null {
    if (this.#depth >= DEEPEST) refuse(`Parentheses and negations may be ${DEEPEST} deep.`, here);
    this.#depth++;
    this.#inside++;
    const inner = read();
    this.#depth--;
    this.#inside--;
    return inner;
  }

  #near(): Expression | null {
    const reader: Reader = this.#reader;
    const left = this.#term();
    if (!left) return null;
    const { here } = reader;
    const operator = reader.take(/NEAR(?:\/\d+)?(?![^\s()"])/y);
    if (operator === null) return left;
    const words = /\d+/.exec(operator)?.[0] ?? String(NEAR_WORDS);
    if (Number(words) > MOST_WORDS) refuse(`NEAR takes ${MOST_WORDS} words at most.`, { ...here, end: reader.end });
    if (reader.atEnd) refuse('NEAR needs a term on each side.', { ...here, end: reader.end });
    const right = this.#term();
    if (!right) refuse('NEAR needs a term on each side.', here);
    for (const side of [left, right]) {
      if (!hasPlaces(side))
        refuse('NEAR joins words, entities, types and tags: these have places in the text.', side.span);
    }
    return { kind: 'near', words: Number(words), left, right };
  }

  /** Null for an option. */
  #term(): Term | null {
    const reader: Reader = this.#reader;
    const { here } = reader;
    if (++this.#terms > MOST_TERMS) refuse(`A query may have ${MOST_TERMS} terms.`, here);
    const phrase = reader.phrase();
    if (phrase !== null) return textTerm('phrase', phrase, { start: here.start, end: reader.end });
    if (reader.next === '/') return this.#regex(here);
    const bare = reader.bare();
    if (bare === null)
      reader.refuse(`${shown(reader.text.startsWith('..', reader.at) ? '..' : reader.next)} stands between no terms.`);
    const span = { start: here.start, end: reader.end };
    if (reader.next === ':' && !reader.isSpaced()) return this.#keyed(bare, span);
    if (/^(?:AND|OR|NEAR(?:\/\d+)?)$/.test(bare))
      refuse(`${bare} needs a term on each side. Put the word in quotation marks to search for it.`, span);
    if (bare.slice(0, -1).includes('*')) {
      refuse('In a word, “*” stands at its end: harb* finds every word that begins so.', span);
    }
    return bare.endsWith('*') ? textTerm('prefix', bare.slice(0, -1), span) : textTerm('word', bare, span);
  }

  #regex(here: Span): Term {
    const reader: Reader = this.#reader;
    const found = reader.take(/\/((?:[^\\/]|\\[^])*)\/([a-zA-Z]*)/y);
    if (found === null)
      refuse('This regular expression is not closed: it ends with “/”.', { ...here, end: reader.text.length });
    const end = found.lastIndexOf('/');
    const [source, given] = [found.slice(1, end), found.slice(end + 1)];
    const span = { start: here.start, end: here.start + found.length };
    const flags = ['m', 's'].filter((flag) => given.includes(flag)).join('');
    if (/[^iums]/.test(given)) refuse('A regular expression takes the flags m and s; case never counts.', span);
    const compiled = compileRegex(source, flags);
    if (!compiled.ok) refuse(compiled.why, span);
    return { kind: 'regex', source, flags, span };
  }

  #keyed(word: string, span: Span): Term | null {
    const key = keyNamed(word);
    if (key === null) {
      const near = nearestKey(word);
      const hint = near === null ? 'Put a text with “:” in quotation marks.' : `Did you mean “${near}:”?`;
      refuse(`“${cut(word, 40)}” is no key. ${hint}`, span);
    }
    const values = readValues(this.#reader, key);
    const whole = { start: span.start, end: this.#reader.end };
    if (!isOption(key)) return { kind: 'filter', key, values, span: whole };
    if (this.#inside > 0)
      refuse(`“${key}:” counts for the whole query: it stands outside of parentheses, and is not negated.`, whole);
    if (this.#options.has(key)) refuse(`“${key}:” is there twice.`, whole);
    this.#options.set(key, { word: optionWord(key, values), span: whole });
    return null;
  }
}

function textTerm(form: 'word' | 'prefix' | 'phrase', text: string, span: Span): Term {
  if (!/[\p{L}\p{N}]/u.test(text)) refuse('This has no letter or digit to search for.', span);
  return { kind: 'text', form, text, span };
}

/** Whether a term has places in a text, which may be near each other. */
function hasPlaces(term: Term): boolean {
  return term.kind !== 'filter' || ['entity', 'with', 'type', 'tag'].includes(term.key);
}

/** One expression of several; those of the same kind become part of it. */
function joined(kind: 'and' | 'or', terms: readonly Expression[]): Expression | null {
  const flat = terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
  return flat.length > 1 ? { kind, terms: flat } : (flat[0] ?? null);
}

function shown(text: string): string {
  return `“${text}”`;
}
