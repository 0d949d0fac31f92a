import type { Entity, Registry } from '../entities/registry';
import { createMatcher } from '../match';
import type { WantedForm } from './places-of';

/** Whether an entity of a registry goes by a spelling already, be it as it is written or as it is found. */
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

/** What the entities of a registry go by, as it stands in the way of suggestions. */
export function knownForms(registry: Registry): WantedForm[] {
  return registry.entities.flatMap((entity) =>
    spellingsOf(entity).map((text) => ({ text, owner: -1, fold: entity.match === 'folded' })),
  );
}

function spellingsOf({ name, aliases }: Entity): readonly string[] {
  return [name, ...aliases];
}
