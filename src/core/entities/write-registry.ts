import { applyProven, type Written } from '../yaml/apply';
import { changeRecord, insertRecord, type FieldValue } from '../yaml/edit-records';
import { readRegistry, ENTITY_FIELDS, type Entity, type Registry } from './registry';

/** What a new entity consists of. */
export type NewEntity = Pick<Entity, 'id' | 'name' | 'type'> &
  Partial<Pick<Entity, 'aliases' | 'description' | 'links'>>;

/** Adds an entity behind the others. */
export function addEntity(registry: Registry, entity: NewEntity): Written {
  if (registry.byId.has(entity.id)) return { ok: false, why: `There is an entity “${entity.id}” already.` };
  const fields = new Map<string, FieldValue>();
  for (const field of ENTITY_FIELDS) {
    const value = entity[field];
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' ? value !== '' : 'size' in value ? value.size > 0 : value.length > 0)
      fields.set(field, value);
  }
  const { file } = registry;
  const proves = (text: string) => {
    const after = readRegistry(text);
    const added = after.byId.get(entity.id);
    return after.writable && after.entities.length === registry.entities.length + 1 && added?.name === entity.name;
  };
  return applyProven(file, () => insertRecord(file, file.list?.items.length ?? 0, fields), proves);
}

/** Adds an alias to an entity, as its last one. Adding what is there already changes nothing. */
export function addAlias(registry: Registry, entity: Entity, alias: string): Written {
  const { file } = registry;
  if (alias === entity.name || entity.aliases.includes(alias)) return { ok: true, text: file.text };
  const record = file.records.find((candidate) => candidate.span.start === entity.record.start);
  if (!record) return { ok: false, why: `The entity “${entity.id}” is no longer in the registry.` };
  const changes = new Map([['aliases', [...entity.aliases, alias]]]);
  const proves = (text: string) => {
    const after = readRegistry(text);
    return (
      after.writable &&
      (after.byId.get(entity.id)?.aliases.includes(alias) ?? false) &&
      after.byId.size === registry.byId.size
    );
  };
  return applyProven(file, () => changeRecord(file, record, changes, ENTITY_FIELDS), proves);
}
