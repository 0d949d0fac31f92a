import type { Post } from '../posts/post';
import type { Span } from '../text/span';

/** A name in a byline. */
export interface Credit {
  readonly name: string;
  readonly type: 'publication' | 'person';
  /** Null where the header does not have it as it is spelled here. */
  readonly span: Span | null;
}

/**
 * The names in the byline of a post: its publication, and each of its authors. A single letter is none: it would be found wherever that
 * letter stands alone.
 */
export function creditedBy({ source, author, places }: Post): Credit[] {
  const authors = author === null ? [] : authorsOf(author);
  const credits: Credit[] = authors.map(({ name, at }) => ({
    name,
    type: 'person',
    span: spanOf(places.author, author, name, at),
  }));
  if (source !== null) credits.unshift({ name: source, type: 'publication', span: places.source });
  return credits.filter(({ name }) => /[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(name));
}

/** The authors that a byline names together, with the offset of each. `Lind, Mara` is one, with the surname first. */
function authorsOf(author: string): { readonly name: string; readonly at: number }[] {
  const parts: { name: string; at: number }[] = [];
  let at = 0;
  for (const { 0: between, index } of [...author.matchAll(BETWEEN), { 0: '', index: author.length }]) {
    parts.push({ name: author.slice(at, index).trim(), at });
    at = index + between.length;
  }
  const surnameFirst = parts.length === 2 && author.includes(',') && parts.every(({ name }) => !/\s/.test(name));
  return surnameFirst ? [{ name: author, at: 0 }] : parts.filter(({ name }) => name !== '');
}

/** What stands between authors. */
const BETWEEN = /[,;&](?: (?:and|und|et) )?|\s(?:and|und|et|og|och|и)\s/gu;

/** The place of one of several authors. Where the header spells them otherwise, such as in a list, none is told. */
function spanOf(whole: Span | null, author: string | null, name: string, at: number): Span | null {
  if (whole === null || author === null || name === author) return whole;
  if (whole.end - whole.start !== author.length) return null;
  const start = whole.start + at + (author.slice(at).length - author.slice(at).trimStart().length);
  return { start, end: start + name.length };
}
