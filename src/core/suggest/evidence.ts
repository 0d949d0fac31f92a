import { definitionsIn } from './acronyms';
import { Definitions } from './definitions';
import { findNames, type SuggestText } from './names';
import { isCommonWord } from './ordinary-words';
import type { Evidence } from './relations';
import type { Slices } from './slices';
import { SpellingTally, type FoundSpelling } from './spellings';

/** The evidence of the texts about names, independent of the registry. */
export interface NameEvidence extends Evidence {
  /** All spellings of names. */
  readonly spellings: readonly FoundSpelling[];
}

/** Reads the texts. This takes most of the time, and serves suggestions of aliases and of entities. */
export function* readEvidence(texts: readonly SuggestText[]): Slices<NameEvidence> {
  const tally = new SpellingTally();
  const vocabulary = yield* findNames(texts, (place, words) => tally.add(place, words));
  tally.addCredits(texts);
  const definitions = new Definitions(yield* definitionsIn(texts));
  const spellings = yield* tally.result(vocabulary);
  const ordinary = (word: string) => isCommonWord(word) || vocabulary.lowers(word) > 0;
  return { spellings, definitions, ordinary };
}
