import { definitionsIn } from './acronyms';
import { Definitions } from './definitions';
import { findNamesInSlices, type SuggestText } from './names';
import { isCommonWord } from './ordinary-words';
import type { Evidence } from './relations';
import type { Slices } from './slices';
import { spellingsOf, type Spelling } from './spellings';

/** What texts say about names, whatever a registry knows of them. */
export interface NameEvidence extends Evidence {
  /** Every way in which a name is spelled. */
  readonly spellings: readonly Spelling[];
}

/** Reads the texts. What takes the most time of all, and the same for aliases and entities. */
export function* readEvidence(texts: readonly SuggestText[]): Slices<NameEvidence> {
  const found = yield* findNamesInSlices(texts);
  const definitions = new Definitions(yield* definitionsIn(texts));
  const spellings = yield* spellingsOf(found, texts);
  const ordinary = (word: string) => isCommonWord(word) || found.vocabulary.lowers(word) > 0;
  return { spellings, definitions, ordinary };
}
