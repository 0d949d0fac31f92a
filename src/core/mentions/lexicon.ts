import { EMPTY_REGISTRY, readRegistry, type Entity, type Registry } from '../entities/registry';
import { createMatcher, type Form, type Matcher } from '../match';
import { memo } from '../memo';

/** The registry as the matcher needs it: every spelling, and whose it is. */
export interface Lexicon {
  readonly registry: Registry;
  readonly matcher: Matcher;
  /** The entities that own a form of the matcher; several where one spelling names several, in the order of the registry. */
  owners(form: number): readonly Entity[];
}

/** Builds the matcher for a registry. The matcher of `last` serves again when no spelling has changed: building is what costs. */
export function createLexicon(registry: Registry, last?: Lexicon): Lexicon {
  const matcher = last && sameForms(registry, last.registry) ? last.matcher : createMatcher(formsOf(registry));
  return {
    registry,
    matcher,
    owners: (form) =>
      matcher.entitiesOf(form).flatMap((index) => {
        const entity = registry.entities[index];
        return entity ? [entity] : [];
      }),
  };
}

/** The lexicon of texts that nobody asks for mentions. */
export const NO_LEXICON: Lexicon = createLexicon(readRegistry(EMPTY_REGISTRY));

/** Every spelling of a registry with the number of its entity, in the order in which `createLexicon` gives them to the matcher. */
export function formsOf(registry: Registry): Form[] {
  const exact = new Set<string>();
  const anyFolded = registry.entities.some(({ match }) => match === 'folded');
  for (const entity of anyFolded ? registry.entities : []) {
    if (entity.match === 'exact') for (const text of spellingsOf(entity)) exact.add(text);
  }
  return registry.entities.flatMap((entity, index) =>
    spellingsOf(entity).flatMap((text): Form[] => {
      const form = { text, entity: index, fold: entity.match === 'folded' };
      // The matcher takes an exact form before a folding one, and so would hide that this entity goes by the spelling of another one, too.
      return form.fold && exact.has(text) ? [form, { ...form, fold: false }] : [form];
    }),
  );
}

function spellingsOf({ name, aliases }: Entity): readonly string[] {
  return [name, ...aliases];
}

/** Whether the part of two registries that decides about matches is the same. */
function sameForms(a: Registry, b: Registry): boolean {
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

/** The entity that alone owns each form of a matcher, by its number in the registry; `SEVERAL` where more than one does. */
export const soleOwners = memo(
  ({ matcher }: Lexicon): Int32Array =>
    Int32Array.from({ length: matcher.formCount }, (_, form) => {
      const [owner = SEVERAL, ...others] = matcher.entitiesOf(form);
      return others.length > 0 ? SEVERAL : owner;
    }),
  ({ matcher }) => matcher,
);

export const SEVERAL = -1;
