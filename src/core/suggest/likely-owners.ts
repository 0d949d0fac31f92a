import type { Entity, EntityType, Registry } from '../entities/registry';
import { Definitions } from './definitions';
import { nameForm } from './forms';
import { NameIndex } from './name-index';
import { isCommonWord } from './ordinary-words';

/**
 * The entities that a spelling may mean, best first, by the spellings of the registry alone: for a person who is about to choose. What
 * was rejected comes not at all.
 */
export function likelyOwners(registry: Registry, spelling: string): Entity[] {
  let index = indexes.get(registry);
  if (!index) {
    index = new NameIndex<Entity>({ definitions: new Definitions([]), ordinary: isCommonWord });
    for (const entity of registry.entities) {
      for (const text of [entity.name, ...entity.aliases]) index.add(nameForm(text, entity.type as EntityType), entity);
    }
    indexes.set(registry, index);
  }
  return index
    .matches(nameForm(spelling, null))
    .map(({ owner }) => owner)
    .filter(({ not }) => !not.includes(spelling));
}

const indexes = new WeakMap<Registry, NameIndex<Entity>>();
