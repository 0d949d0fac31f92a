import { quoted } from '../text/visible';
import { applyProven, type Written } from '../yaml/apply';
import { changeRecord, insertRecord, type Fields, type FieldValue } from '../yaml/edit-records';
import { textsField } from '../yaml/fields';
import type { RecordFile } from '../yaml/record-file';
import { refuseEntityId } from './id';
import { findRecord } from './find-record';
import {
  ENTITY,
  ENTITY_FIELDS,
  entityType,
  registryOf,
  type Entity,
  type EntityContent,
  type Registry,
} from './registry';

/** The fields of a new entity. */
export type NewEntity = Pick<EntityContent, 'id' | 'name'> & { readonly type: string } & Partial<
    Omit<EntityContent, 'id' | 'name' | 'type'>
  >;

/** Adds an entity behind the others. */
export function addEntity(registry: Registry, entity: NewEntity): Written {
  if (registry.byId.has(entity.id)) return { ok: false, why: `There is an entity ${quoted(entity.id)} already.` };
  const refused = refuseEntityId(entity.id);
  if (refused) return refused;
  const aliases = [...new Set(entity.aliases)].filter((alias) => alias !== '' && alias !== entity.name);
  const added = { ...entity, aliases };
  const wanted = { ...added, name: entity.name || entity.id, type: entityType(entity.type) };
  const { file } = registry;
  const proves = (after: RecordFile) => ENTITY.sameAll(registryOf(after).entities, [...registry.entities, wanted]);
  return applyProven(file, () => insertRecord(file, file.items.length, fieldsOfEntity(added)), proves, []);
}

/** Adds an alias to an entity, as its last one. An alias that it has already changes nothing. */
export function addAlias(registry: Registry, entity: Entity, alias: string): Written {
  const { file } = registry;
  const found = findRecord(registry, entity.id);
  if (!found.ok) return found;
  const { entity: current, record } = found;
  if (alias === '') return { ok: false, why: 'The spelling is empty.' };
  if (alias === current.name || current.aliases.includes(alias)) return { ok: true, text: file.text };
  // The aliases of the file: one that repeats the name keeps its line.
  const changes = new Map<string, FieldValue | null>([['aliases', [...textsField(record.map, 'aliases', []), alias]]]);
  // A rejected spelling that is accepted now is no longer rejected.
  const not = current.not.filter((spelling) => spelling !== alias);
  if (not.length < current.not.length) changes.set('not', not.length > 0 ? not : null);
  const wanted = registry.entities.map((old) => {
    return old === current ? { ...old, aliases: [...old.aliases, alias], not } : old;
  });
  const proves = (after: RecordFile) => ENTITY.sameAll(registryOf(after).entities, wanted);
  return applyProven(file, () => changeRecord(file, record, changes, ENTITY_FIELDS), proves, ['aliases', 'not']);
}

/** The fields of the record of a new entity. */
export function fieldsOfEntity({ type, ...fields }: NewEntity): Fields {
  return ENTITY.write(type === '' ? fields : { ...fields, type: entityType(type) });
}
