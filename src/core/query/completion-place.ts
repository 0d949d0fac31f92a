import type { Span } from '../text/span';
import { keyNamed, type FilterKey, type OptionKey } from './keys';

/** What a person is typing in a query: a key or word, or a value of a key. */
export type CompletionPlace = {
  /** What a chosen completion replaces, a quotation mark that is open included. */
  readonly span: Span;
  /** What is typed of it. */
  readonly typed: string;
} & (
  | { readonly kind: 'key' }
  | {
      readonly kind: 'value';
      readonly key: FilterKey | OptionKey;
      /** The whole term, from its key on: leave it out to count what else the query finds. */
      readonly term: Span;
    }
);

/** What is being typed at an offset of a query, which may be half a query. Null inside of a phrase or a regular expression. */
export function completionPlace(query: string, offset: number): CompletionPlace | null {
  const before = query.slice(0, offset);
  const value = /(?<![^\s(-])([a-zA-Z]+):((?:"(?:[^"\\]|\\[^])*"|[^\s",()])*,)*("?)([^",()]*)$/.exec(before);
  const key = value && keyNamed(value[1] ?? '');
  if (value && key !== null) {
    const [, , , quote = '', typed = ''] = value;
    if (quote !== '' || !/\s/.test(typed)) {
      const start = offset - typed.length - quote.length;
      return { kind: 'value', key, typed, span: { start, end: offset }, term: { start: value.index, end: offset } };
    }
  }
  if ((before.replace(/\\[^]/g, '').split('"').length & 1) === 0) return null;
  const word = /(?<![^\s(|-])[^\s"():,;|/-]*$/.exec(before);
  if (!word) return null;
  return { kind: 'key', typed: word[0], span: { start: word.index, end: offset } };
}
