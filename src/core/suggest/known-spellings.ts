import type { Entity, Registry } from '../entities/registry';
import { createMatcher } from '../match';
import type { WantedForm } from './places-of';

/** Tells whether a spelling is one that an entity has in the registry, or one by which it is found in texts. */
export function knownSpellings(registry: Registry): (text: string) => boolean {
  const written = new Set(registry.entities.flatMap(spellingsOf));
  const folded = knownForms(registry).filter(({ fold }) => fold === true);
  if (folded.length === 0) return (text) => written.has(text);
  const matcher = createMatcher(folded.map(({ text }) => ({ text, entity: 0, fold: true })));
  return (text) => {
    if (written.has(text)) return true;
    const found = matcher.match(text);
    return found.count === 1 && found.start(0) === 0 && found.end(0) === text.length;
  };
}

/** The spellings of the entities of a registry. Suggestions are not looked for within them; see `findPlaces`. */
export function knownForms(registry: Registry): WantedForm[] {
  return registry.entities.flatMap((entity) =>
    spellingsOf(entity).map((text) => ({ text, owner: -1, fold: entity.match === 'folded' })),
  );
}

function spellingsOf({ name, aliases }: Entity): readonly string[] {
  return [name, ...aliases];
}
