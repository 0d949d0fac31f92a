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
export function creditedBy({ source, author, authors, places }: Post): Credit[] {
  const credits: Credit[] = [];
  if (source !== null) credits.push({ name: source, type: 'publication', span: places.source });
  let from = 0;
  for (const name of authors) {
    const at = (author ?? '').indexOf(name, from);
    if (at >= 0) from = at + name.length;
    credits.push({ name, type: 'person', span: spanOf(places.author, author, name, at) });
  }
  return credits.filter(({ name }) => /[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(name));
}

/** The place of one of several authors. Where the header spells them otherwise, such as in a list, none is told. */
function spanOf(whole: Span | null, author: string | null, name: string, at: number): Span | null {
  if (whole === null || author === null || name === author) return whole;
  if (at < 0 || whole.end - whole.start !== author.length) return null;
  return { start: whole.start + at, end: whole.start + at + name.length };
}
