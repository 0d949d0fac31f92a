import type { Registry } from '../entities/registry';
import { readEvidence } from './evidence';
import type { SuggestText } from './names';
import type { Slices } from './slices';
import { aliasesIn, type AliasSuggestion } from './suggest-aliases';
import { entitiesIn, type EntitySuggestion } from './suggest-entities';

/** All that an archive suggests for its registry. */
export interface Suggestions {
  readonly aliases: readonly AliasSuggestion[];
  readonly entities: readonly EntitySuggestion[];
}

/** Both kinds of suggestions from one reading of the texts, in slices; the same as `suggestAliases` and `suggestEntities` give. */
export function* suggestAll(texts: readonly SuggestText[], registry: Registry): Slices<Suggestions> {
  const evidence = yield* readEvidence(texts);
  const aliases = yield* aliasesIn(texts, registry, evidence);
  const entities = yield* entitiesIn(texts, registry, evidence);
  return { aliases, entities };
}
