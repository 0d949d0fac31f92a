import type { Registry } from '../entities/registry';
import type { Span } from '../text/span';
import { knownSpellings } from './known-spellings';
import type { SuggestText } from './names';
import type { AliasSuggestion } from './suggest-aliases';
import type { EntitySuggestion } from './suggest-entities';
import type { Suggestions } from './suggest';

/**
 * The suggestions that are still open, by the registry as it is now. Those accepted or rejected since are left out, and come back when that
 * is undone. Nothing is computed anew.
 */
export function openSuggestions({ aliases, entities }: Suggestions, registry: Registry): Suggestions {
  const ignored = new Set(registry.ignored);
  const known = knownSpellings(registry);
  return {
    aliases: aliases.filter(({ entity, text }) => {
      const now = registry.byId.get(entity.id);
      return now !== undefined && !now.not.includes(text) && !known(text) && !ignored.has(text);
    }),
    entities: entities.flatMap((suggestion) =>
      withOpenSpellings(suggestion, (text) => !known(text) && !ignored.has(text)),
    ),
  };
}

/** Leaves out places that people have decided about since, one by one or by post, and suggestions without any place left. */
export function undecided(suggestions: Suggestions, texts: readonly SuggestText[]): Suggestions {
  const decided = new Set<string>();
  for (const { path, mentions = [] } of texts) {
    for (const { span, decided: said } of mentions) if (said) decided.add(keyOf({ path, span }));
  }
  if (decided.size === 0) return suggestions;
  const left = <T extends AliasSuggestion | EntitySuggestion>(all: readonly T[]) =>
    all.flatMap((one): T[] => {
      const mentions = one.mentions.filter((place) => !decided.has(keyOf(place)));
      if (mentions.length === one.mentions.length) return [one];
      const examples = one.examples.filter((place) => !decided.has(keyOf(place)));
      return mentions.length === 0 ? [] : [{ ...one, mentions, examples, count: mentions.length }];
    });
  return { aliases: left(suggestions.aliases), entities: left(suggestions.entities) };
}

function keyOf({ path, span }: { readonly path: string; readonly span: Span }): string {
  return `${span.start} ${span.end} ${path}`;
}

/** The suggestion with its open spellings only. If the spelling that stands for all is not open, the whole suggestion is dropped. */
function withOpenSpellings(suggestion: EntitySuggestion, isOpen: (text: string) => boolean): EntitySuggestion[] {
  const spellings = suggestion.spellings.filter(({ text }) => isOpen(text));
  if (spellings.length === suggestion.spellings.length) return [suggestion];
  return isOpen(suggestion.text) && spellings.length > 0 ? [{ ...suggestion, spellings }] : [];
}

/** The suggestions for a spelling, best first; for code actions at a selected name. */
export function suggestedFor({ aliases, entities }: Suggestions, text: string): SuggestedFor {
  const own = aliases.filter((suggestion) => suggestion.text === text);
  return {
    aliases: own,
    // Entities that speak against the best suggestion may be the right ones.
    others: own.flatMap(({ against }) => against.flatMap(({ entity }) => entity ?? [])),
    name: entities.find(({ spellings }) => spellings.some((spelling) => spelling.text === text)) ?? null,
  };
}

export interface SuggestedFor {
  readonly aliases: readonly AliasSuggestion[];
  readonly others: readonly AliasSuggestion['entity'][];
  readonly name: EntitySuggestion | null;
}
