import type { EntityFields, RegistryChange } from '../entities/change-registry';
import type { Entity, Registry } from '../entities/registry';
import type { IdentityChange, Renaming } from './change';
import { mergeEntities } from './merged-entity';

/** The edit of the registry that a change makes. Missing entities are left out; `refuseIdentityChange` refuses them before. */
export function registryChange(registry: Registry, change: IdentityChange): RegistryChange {
  const entity = (id: string) => registry.byId.get(id);
  switch (change.kind) {
    case 'rename':
      return changing(entity(change.entity), (old) => renamed(old, change));
    case 'retype':
      return { changed: new Map(change.entities.map((id) => [id, { type: change.type }])) };
    case 'delete':
      return { removed: new Set(change.entities) };
    case 'remove-alias':
      return changing(entity(change.entity), ({ aliases, not }) => ({
        aliases: without(aliases, [change.alias]),
        not: [...not, change.alias],
      }));
    case 'move-alias': {
      const from = changing(entity(change.entity), ({ aliases }) => ({ aliases: without(aliases, [change.alias]) }));
      const to = changing(entity(change.to), ({ aliases }) => ({ aliases: [...aliases, change.alias] }));
      return { changed: new Map([...(from.changed ?? []), ...(to.changed ?? [])]) };
    }
    case 'merge': {
      const others = change.entities.flatMap((id) => entity(id) ?? []);
      const into = changing(entity(change.into), (target) => mergeEntities(registry, target, others).fields);
      return { ...into, removed: new Set(change.entities) };
    }
    case 'split': {
      const gone = change.spellings.filter((text) => !change.shared.includes(text));
      const old = changing(entity(change.entity), ({ aliases }) => ({ aliases: without(aliases, gone) }));
      const match = entity(change.entity)?.match ?? 'exact';
      return { ...old, added: [{ ...change.made, aliases: change.spellings, match }] };
    }
  }
}

function changing(entity: Entity | undefined, change: (entity: Entity) => EntityFields): RegistryChange {
  return entity ? { changed: new Map([[entity.id, change(entity)]]) } : {};
}

function renamed({ id, name, aliases, not }: Entity, change: Renaming): EntityFields {
  if (change.name === undefined) return { id: change.id ?? id };
  const to = change.name;
  const kept = change.keepName && to !== name ? [name] : [];
  return { id: change.id ?? id, name: to, aliases: [...without(aliases, [to]), ...kept], not: without(not, [to]) };
}

function without(texts: readonly string[], gone: readonly string[]): string[] {
  return texts.filter((text) => !gone.includes(text));
}
