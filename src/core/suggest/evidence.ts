import { definitionsIn } from './acronyms';
import { Definitions } from './definitions';
import { findNamesInSlices, type SuggestText } from './names';
import { isCommonWord } from './ordinary-words';
import type { Evidence } from './relations';
import type { Slices } from './slices';
import { spellingsOf, type FoundSpelling } from './spellings';

/** The evidence of the texts about names, independent of the registry. */
export interface NameEvidence extends Evidence {
  /** All spellings of names. */
  readonly spellings: readonly FoundSpelling[];
}

/** Reads the texts. This takes most of the time, and serves suggestions of aliases and of entities. */
export function* readEvidence(texts: readonly SuggestText[]): Slices<NameEvidence> {
  const found = yield* findNamesInSlices(texts);
  const definitions = new Definitions(yield* definitionsIn(texts));
  const spellings = yield* spellingsOf(found, texts);
  const ordinary = (word: string) => isCommonWord(word) || found.vocabulary.lowers(word) > 0;
  return { spellings, definitions, ordinary };
}
