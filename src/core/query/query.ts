import type { Span } from '../text/span';
import type { FilterKey, Group, Scope, Show, Sort } from './keys';

// A question to an archive, as it was understood. The grammar and the meaning of the keys are told in README.md of this folder.

/** A whole query. The running example is `tag:claim -author:"Mara Lind" show:passages`. */
export interface Query {
  /** Null for the empty query, which everything answers. */
  readonly expression: Expression | null;
  /** What the results are: `posts` unless the query says otherwise. */
  readonly show: Show;
  /** The scope in which all terms must hold; null where the query does not say it. See `scopeOf`. */
  readonly in: Scope | null;
  readonly sort: Sort | null;
  readonly group: Group | null;
}

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Expression[] }
  | { readonly kind: 'not'; readonly term: Expression }
  | Near
  | Term;

/** Two places with at most so many words between them. */
export interface Near {
  readonly kind: 'near';
  readonly words: number;
  readonly left: Term;
  readonly right: Term;
}

export type Term = TextTerm | RegexTerm | Filter;

/** Words of the text. `prefix` stands for every word that begins so. */
export interface TextTerm {
  readonly kind: 'text';
  readonly form: 'word' | 'prefix' | 'phrase';
  readonly text: string;
  readonly span: Span;
}

/** A regular expression over the text. Case never counts. */
export interface RegexTerm {
  readonly kind: 'regex';
  readonly source: string;
  /** The `m` and `s` that were given, in this order. */
  readonly flags: string;
  readonly span: Span;
}

/** A property with the values of which any fits. */
export interface Filter {
  readonly kind: 'filter';
  readonly key: FilterKey;
  readonly values: readonly Value[];
  readonly span: Span;
}

export type Value = (
  | { readonly kind: 'any' }
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  /** A day, month or year, as `2016-05`. */
  | { readonly kind: 'date'; readonly relation: '' | '>=' | '<=' | '>' | '<'; readonly date: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
) & { readonly span: Span };

/** Why a query cannot be understood, and where: UTF-16 offsets into the query. */
export interface QueryError {
  readonly message: string;
  readonly span: Span;
}

/** The scope of a query: that which it says, else `passage` where it asks for passages, and `post` for all else. */
export function scopeOf(query: Query): Scope {
  return query.in ?? (query.show === 'passages' ? 'passage' : 'post');
}
