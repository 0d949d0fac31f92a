import type { Span } from '../text/span';
import { endsLikePublication, looksLikePeople, MAX_NAMES_LENGTH } from './names';

/** Parts of names that a capital follows inside one word: McCarthy, DeSantis, O’Neill. */
const NAME_PREFIX = /(?<!\p{L})(?:Mc|Mac|De|Le|La|Di|Du|Van|Fitz|[OD]['’])$|(?<=\p{Ll})(?:Mc|Mac|De|Le|[OD]['’])$/u;

/** The two parts of `Coastal ReviewMara Lind`, as offsets into it. */
export interface Fused {
  readonly source: Span;
  readonly author: Span;
}

/**
 * Parts a source from the author who is written directly behind it. Null when nothing tells where: then the text is all source.
 *
 * The place is a small letter before a capital inside a word, behind which a person's name follows, and before which a source can end:
 * after two words, after a publication's word, or where the archive names the same source elsewhere. Of several places the last one
 * wins, because sources hold capitals inside words (`FrontPage Magazine`) more often than people's names do.
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
