import { quoted } from '../text/visible';
import { applyProven, refuseUnwritable, type Written } from '../yaml/apply';
import { changeRecord, insertRecord, type Fields, type FieldValue } from '../yaml/edit-records';
import { textsField } from '../yaml/fields';
import type { RecordFile } from '../yaml/record-file';
import { isId } from './id';
import {
  ENTITY,
  ENTITY_FIELDS,
  entityType,
  registryOf,
  type Entity,
  type EntityContent,
  type Registry,
} from './registry';

/** What a new entity consists of. */
export type NewEntity = Pick<EntityContent, 'id' | 'name'> & { readonly type: string } & Partial<
    Omit<EntityContent, 'id' | 'name' | 'type'>
  >;

/** Adds an entity behind the others. */
export function addEntity(registry: Registry, entity: NewEntity): Written {
  if (registry.byId.has(entity.id)) return { ok: false, why: `There is an entity ${quoted(entity.id)} already.` };
  if (!isId(entity.id))
    return { ok: false, why: `${quoted(entity.id)} cannot be an id. Use letters, digits and hyphens.` };
  const aliases = [...new Set(entity.aliases)].filter((alias) => alias !== '' && alias !== entity.name);
  const added = { ...entity, aliases };
  const wanted = { ...added, name: entity.name || entity.id, type: entityType(entity.type) };
  const { file } = registry;
  const proves = (result: RecordFile) => {
    const after = registryOf(result);
    const found = after.byId.get(entity.id);
    return (
      after.writable &&
      after.entities.length === registry.entities.length + 1 &&
      found !== undefined &&
      ENTITY.same(found, wanted)
    );
  };
  return applyProven(file, () => insertRecord(file, file.items.length, fieldsOfEntity(added)), proves, []);
}

/** Adds an alias to an entity, as its last one. Adding what is there already changes nothing. */
export function addAlias(registry: Registry, entity: Entity, alias: string): Written {
  const { file } = registry;
  const current = registry.byId.get(entity.id);
  const record = current && file.records.find((candidate) => candidate.span.start === current.record.start);
  const gone = { ok: false as const, why: `The entity ${quoted(entity.id)} is no longer in the registry.` };
  if (!record) return refuseUnwritable(file) ?? gone;
  if (alias === '') return { ok: false, why: 'The spelling is empty.' };
  if (alias === current.name || current.aliases.includes(alias)) return { ok: true, text: file.text };
  // As the file has them: the name itself, repeated among the aliases, is no reason to touch its line.
  const changes = new Map<string, FieldValue | null>([['aliases', [...textsField(record.map, 'aliases', []), alias]]]);
  // The last word counts: what was rejected once and is an alias now, is not both.
  const not = current.not.filter((spelling) => spelling !== alias);
  if (not.length < current.not.length) changes.set('not', not.length > 0 ? not : null);
  const proves = (result: RecordFile) => {
    const after = registryOf(result);
    return (
      after.writable &&
      after.entities.length === registry.entities.length &&
      registry.entities.every((old) => {
        const wanted = old === current ? { ...old, aliases: [...old.aliases, alias], not } : old;
        const found = after.byId.get(old.id);
        return found !== undefined && ENTITY.same(found, wanted);
      })
    );
  };
  return applyProven(file, () => changeRecord(file, record, changes, ENTITY_FIELDS), proves, ['aliases', 'not']);
}

/** The fields of the record of a new entity. */
export function fieldsOfEntity({ type, ...fields }: NewEntity): Fields {
  return ENTITY.write(type === '' ? fields : { ...fields, type: entityType(type) });
}
