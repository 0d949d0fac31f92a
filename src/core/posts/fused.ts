import type { Span } from '../text/span';
import { endsLikePublication, looksLikePeople, MAX_NAMES_LENGTH } from './names';

/** Parts of names after which a capital stands inside one word: McCarthy, DeSantis, O’Neill. */
const NAME_PREFIX = /(?<!\p{L})(?:Mc|Mac|De|Le|La|Di|Du|Van|Fitz|[OD]['’])$|(?<=\p{Ll})(?:Mc|Mac|De|Le|[OD]['’])$/u;

/** The two parts of `Coastal ReviewMara Lind`, as offsets into it. */
export interface Fused {
  readonly source: Span;
  readonly author: Span;
}

/**
 * Splits a source from an author that is written directly behind it. Null where no place fits: the text is then all source.
 *
 * A place fits between a small letter and a capital inside a word, if a person's name follows, and if a source can end there: after two
 * words, after a publication's word, or where the archive names the same source elsewhere. Of several places the last one wins, because
 * sources have capitals inside words (`FrontPage Magazine`) more often than people's names do.
 */
export function splitFused(text: string, isSource: (name: string) => boolean): Fused | null {
  const places = [...text.matchAll(/(?<=\p{Ll})(?=\p{Lu})/gu)].map((match) => match.index);
  for (const place of places.reverse()) {
    if (text.length - place > MAX_NAMES_LENGTH) break;
    const left = text.slice(0, place);
    if (NAME_PREFIX.test(left.slice(-6))) continue;
    if (!looksLikePeople(text.slice(place))) continue;
    if (/\S\s+\S/.test(left) || endsLikePublication(left) || isSource(left)) {
      return { source: { start: 0, end: place }, author: { start: place, end: text.length } };
    }
  }
  return null;
}
