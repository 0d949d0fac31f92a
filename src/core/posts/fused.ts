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
 * A place fits if a source can end there: after two words or after a publication's word, with a small letter, or where the archive shows in other bylines that
 * this is a source. Such a source wins; of several other places the last one does, because sources have capitals inside words (`FrontPage
 * Magazine`) more often than people's names do.
 */
export function splitFused(text: string, isSource: (name: string) => boolean): Fused | null {
  const places = fusedAt(text).reverse();
  const known = places.find((place) => isSource(text.slice(0, place)));
  const likely = places.find((place) => {
    const left = text.slice(0, place);
    if (!/\p{Ll}$/u.test(left) || !looksLikePeople(text.slice(place))) return false;
    return /\S\s+\S/.test(left) || endsLikePublication(left);
  });
  const place = known ?? likely;
  return place === undefined ? null : { source: { start: 0, end: place }, author: { start: place, end: text.length } };
}

/**
 * The places in a text where a person's name can begin directly behind a source that is known: before a capital inside a word. Its initials
 * may be joined there, as in `CJ Bramm`.
 */
export function fusedAt(text: string): number[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N}.!)])(?=\p{Lu})/gu)]
    .map((match) => match.index)
    .filter((place) => {
      const left = text.slice(Math.max(0, place - 20), place);
      if (text.length - place > MAX_NAMES_LENGTH || NAME_PREFIX.test(left) || !/[\p{L}\p{N}]{2}/u.test(left))
        return false;
      return looksLikePeople(text.slice(place).replace(JOINED_INITIALS, '$1.'));
    });
}

const JOINED_INITIALS = /^(\p{Lu})\p{Lu}{1,2}(?=\s\p{Lu})/u;
