import type { Entity, Registry } from '../entities/registry';
import { memo } from '../memo';
import { Definitions } from './definitions';
import { nameForm } from './forms';
import { NameIndex } from './name-index';
import { isCommonWord } from './ordinary-words';

/**
 * The entities that a spelling may mean, best first, for a person to choose from. Judged by the spellings of the registry alone. Entities
 * for which the spelling was rejected are left out.
 */
export function likelyOwners(registry: Registry, spelling: string): Entity[] {
  return nameIndexOf(registry)
    .matches(nameForm(spelling, null))
    .map(({ owner }) => owner)
    .filter(({ not }) => !not.includes(spelling));
}

const nameIndexOf = memo((registry: Registry): NameIndex<Entity> => {
  const index = new NameIndex<Entity>({ definitions: new Definitions([]), ordinary: isCommonWord });
  for (const entity of registry.entities) {
    for (const text of [entity.name, ...entity.aliases]) index.add(nameForm(text, entity.type), entity);
  }
  return index;
});
