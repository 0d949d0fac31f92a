import type { Registry } from '../entities/registry';
import { readEvidence } from './evidence';
import type { SuggestText } from './names';
import type { Slices } from './slices';
import { aliasesIn, type AliasSuggestion } from './suggest-aliases';
import { entitiesIn, type EntitySuggestion } from './suggest-entities';

/** All suggestions for the registry of an archive. */
export interface Suggestions {
  readonly aliases: readonly AliasSuggestion[];
  readonly entities: readonly EntitySuggestion[];
}

/** Both kinds of suggestions, as `suggestAliases` and `suggestEntities` give them, in slices. Reads the texts once. */
export function* suggestAll(texts: readonly SuggestText[], registry: Registry): Slices<Suggestions> {
  const evidence = yield* readEvidence(texts);
  const aliases = yield* aliasesIn(texts, registry, evidence);
  const entities = yield* entitiesIn(texts, registry, evidence);
  return { aliases, entities };
}
