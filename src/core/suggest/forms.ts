import type { EntityType } from '../entities/registry';
import { isAcronym } from './acronyms';
import { isGenericNoun } from './name-nouns';
import { nameWords } from './name-words';
import { isKnownPlace } from './known-places';
import { isAdjective, isFaith } from './ordinary-words';
import { bareLetters } from './segments';

/** A spelling, prepared for comparisons with many others. */
export interface NameForm {
  readonly text: string;
  /** Its words as `nameWords` gives them: without articles, in small letters. */
  readonly words: readonly string[];
  /** The words with single spaces. */
  readonly joined: string;
  readonly acronym: boolean;
  /** The same for all spellings that differ only in case, marks, apostrophes, hyphens and spaces. */
  readonly letters: string;
  /** The same for all spellings that differ only in the article, spaces and the plural of words. */
  readonly squeezed: string;
  /** The words without adjectives and generic nouns: `quds` of `Iranian Quds Force`. */
  readonly core: readonly string[];
  /** The words that name a nation: `iranian`, `kurdistan`. */
  readonly nations: readonly string[];
  /** Whether it ends in a generic noun. */
  readonly generic: boolean;
  readonly type: EntityType | null;
}

/** Prepares a spelling; the type is null if it is not known. */
export function nameForm(text: string, type: EntityType | null): NameForm {
  const { words } = nameWords(text.replace(/^the\s+/i, ''));
  const singular = words.map((word) => (word.length > 4 ? word.replace(/s$/, '') : word));
  const kept = singular.filter(
    (word, i) =>
      !isAdjective(word) &&
      !(i === 0 && words.length > 2 && isKnownPlace(words[0] ?? '')) &&
      !isGenericNoun(word) &&
      !/^(?:the|of|for|and)$/.test(word),
  );
  return {
    text,
    words,
    joined: words.join(' '),
    acronym: isAcronym(text),
    letters: words.map(bareLetters).join(''),
    squeezed: squeezed(text),
    core: kept,
    nations:
      words.length > 1 ? words.filter((word) => (isAdjective(word) && !isFaith(word)) || isKnownPlace(word)) : [],
    generic: words.length > 1 && isGenericNoun(words.at(-1) ?? ''),
    type,
  };
}

/** A name without its article, its spaces and the plural of its words. */
export function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+|s\b/gu, '');
}
