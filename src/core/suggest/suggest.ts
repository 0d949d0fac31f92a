import type { Registry } from '../entities/registry';
import { readEvidence } from './evidence';
import type { SuggestText } from './names';
import type { Slices } from './slices';
import { aliasSuggestionsIn, type AliasSuggestion } from './suggest-aliases';
import { entitySuggestionsIn, type EntitySuggestion } from './suggest-entities';

/** All suggestions for the registry of an archive. */
export interface Suggestions {
  readonly aliases: readonly AliasSuggestion[];
  readonly entities: readonly EntitySuggestion[];
}

/** Both kinds of suggestions, as `suggestAliases` and `suggestEntities` give them, in slices. Reads the texts once. */
export function* suggestAll(texts: readonly SuggestText[], registry: Registry): Slices<Suggestions> {
  const evidence = yield* readEvidence(texts);
  const aliases = yield* aliasSuggestionsIn(texts, registry, evidence);
  const entities = yield* entitySuggestionsIn(texts, registry, evidence);
  return { aliases, entities };
}
