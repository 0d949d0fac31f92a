import { EMPTY_REGISTRY, readRegistry, type Entity, type Registry } from '../entities/registry';
import { createMatcher, type Form, type Matcher } from '../match';
import { memo } from '../memo';

/** A registry with the matcher that is built from its spellings. */
export interface Lexicon {
  readonly registry: Registry;
  readonly matcher: Matcher;
  /** The entities that own a form of the matcher; several where one spelling names several, in the order of the registry. One array for each form. */
  owners(form: number): readonly Entity[];
}

/** Builds the matcher of a registry, which is slow: the one of `last` is used again when no spelling has changed. */
export function createLexicon(registry: Registry, last?: Lexicon): Lexicon {
  const matcher = last && sameForms(registry, last.registry) ? last.matcher : createMatcher(formsOf(registry));
  // Kept by form, as a text mentions most of its forms often.
  const known: (readonly Entity[] | undefined)[] = [];
  const ownersOf = (form: number) => matcher.entitiesOf(form).flatMap((index) => registry.entities[index] ?? []);
  return { registry, matcher, owners: (form) => (known[form] ??= ownersOf(form)) };
}

/**
 * Every spelling of a registry with the index of its entity, in the order in which `createLexicon` gives them to the matcher. Kept, as the
 * matchers of other threads get them too.
 */
export const formsOf = memo((registry: Registry): readonly Form[] => {
  const exact = new Set<string>();
  const anyFolded = registry.entities.some(({ match }) => match === 'folded');
  for (const entity of anyFolded ? registry.entities : []) {
    if (entity.match === 'exact') for (const text of spellingsOf(entity)) exact.add(text);
  }
  return registry.entities.flatMap((entity, index) =>
    spellingsOf(entity).flatMap((text): Form[] => {
      const form = { text, entity: index, fold: entity.match === 'folded' };
      // The matcher prefers an exact form to a folding one, and would hide that this entity has the exact spelling of another one too.
      return form.fold && exact.has(text) ? [form, { ...form, fold: false }] : [form];
    }),
  );
});

/** A lexicon without spellings, for texts of which no mentions are needed. */
export const NO_LEXICON: Lexicon = createLexicon(readRegistry(EMPTY_REGISTRY));

function spellingsOf({ name, aliases }: Entity): readonly string[] {
  return [name, ...aliases];
}

/** Whether two registries give the same matches: their ids, spellings and ways to match are equal, in the same order. */
export function sameForms(a: Registry, b: Registry): boolean {
  return (
    a.entities.length === b.entities.length &&
    a.entities.every((entity, i) => {
      const other = b.entities[i];
      return (
        entity.id === other?.id &&
        entity.name === other.name &&
        entity.match === other.match &&
        entity.aliases.length === other.aliases.length &&
        entity.aliases.every((alias, k) => alias === other.aliases[k])
      );
    })
  );
}

/** For each form of a matcher the index of its only owner in the registry; `SEVERAL` where it has more than one. */
export const soleOwners = memo(
  ({ matcher }: Lexicon): Int32Array =>
    Int32Array.from({ length: matcher.formCount }, (_, form) => {
      const [owner = SEVERAL, ...others] = matcher.entitiesOf(form);
      return others.length > 0 ? SEVERAL : owner;
    }),
  ({ matcher }) => matcher,
);

export const SEVERAL = -1;
