import { partitionPoint } from '../sorted';
import { quoted } from '../text/visible';
import { applyProven, type Written } from '../yaml/apply';
import { changeRecords, removeRecords, type FieldChanges, type FieldValue } from '../yaml/edit-records';
import { textField, textsField } from '../yaml/fields';
import type { FileRecord, RecordFile } from '../yaml/record-file';
import { findRecord } from './find-record';
import { refuseEntityId } from './id';
import { ENTITY, ENTITY_FIELDS, entityType, readRegistry, registryOf, type Entity, type Registry } from './registry';
import { addEntity, type NewEntity } from './write-registry';

/** New values of an entity's fields. Fields that are not named stay as they are. */
export interface EntityFields extends Partial<NewEntity> {
  /** Fields that the tool does not know, by their keys, which the record does not have yet. */
  readonly own?: ReadonlyMap<string, FieldValue>;
}

/** Changes of a registry. All are made, or none. */
export interface RegistryChange {
  /** By the ids that the entities have before. */
  readonly changed?: ReadonlyMap<string, EntityFields>;
  readonly removed?: ReadonlySet<string>;
  readonly added?: readonly NewEntity[];
}

/** Changes, removes and adds entities. The records of all others stay byte for byte. */
export function changeRegistry(registry: Registry, change: RegistryChange): Written {
  const { changed = new Map<string, EntityFields>(), removed = new Set<string>(), added = [] } = change;
  const missing = [...changed.keys(), ...removed].find((id) => !registry.byId.has(id));
  if (missing !== undefined) return { ok: false, why: `The entity ${quoted(missing)} is no longer in the registry.` };
  // Spellings are removed before others are added: a list that changes in both ways at once is written anew, and loses its comments.
  let written = changeEntities(registry, withoutNew(registry, changed));
  if (written.ok) written = changeEntities(readRegistry(written.text, registry), changed);
  if (written.ok && removed.size > 0) written = removeEntities(readRegistry(written.text, registry), removed);
  for (const entity of added) {
    if (!written.ok) break;
    written = addEntity(readRegistry(written.text, registry), entity);
  }
  return written;
}

/** The fields of an entity’s record that the tool does not know; null where one of them cannot be written into another record. */
export function ownFields(registry: Registry, entity: Entity): ReadonlyMap<string, FieldValue> | null {
  const fields = new Map<string, FieldValue>();
  for (const { key, value } of recordOf(registry, entity)?.map.entries ?? []) {
    if (ENTITY_FIELDS.some((field) => field === key) || !value) continue;
    if (value.kind === 'text') fields.set(key, value.value);
    else if (value.kind === 'list') {
      const items = value.items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
      if (items.length < value.items.length) return null;
      fields.set(key, items);
    } else {
      const items = value.entries.flatMap((entry): [string, string][] =>
        entry.value?.kind === 'text' ? [[entry.key, entry.value.value]] : [],
      );
      if (items.length < value.entries.length) return null;
      fields.set(key, new Map(items));
    }
  }
  return fields;
}

function changeEntities(registry: Registry, changed: ReadonlyMap<string, EntityFields>): Written {
  const { file } = registry;
  const wanted = new Map<Entity, Entity>();
  const edits: { record: FileRecord; changes: FieldChanges }[] = [];
  const own: string[] = [];
  for (const [id, fields] of changed) {
    const found = findRecord(registry, id);
    if (!found.ok) return found;
    const { entity, record } = found;
    const after = withFields(entity, fields);
    const refused = refuseEntityId(after.id);
    if (refused) return refused;
    wanted.set(entity, after);
    const changes = new Map<string, FieldValue | null>([...changesOf(record, entity, after), ...(fields.own ?? [])]);
    own.push(...(fields.own?.keys() ?? []));
    if (changes.size > 0) edits.push({ record, changes });
  }
  const expected = registry.entities.map((entity) => wanted.get(entity) ?? entity);
  return applyProven(
    file,
    () => changeRecords(file, edits, ENTITY_FIELDS),
    (after) => reads(after, expected),
    { changed: new Set(edits.map(({ record }) => record.index)), fields: [...ENTITY_FIELDS, ...own] },
  );
}

function removeEntities(registry: Registry, removed: ReadonlySet<string>): Written {
  const { file } = registry;
  const gone = registry.entities.filter(({ id }) => removed.has(id));
  const records = gone.flatMap((entity) => recordOf(registry, entity) ?? []).sort((a, b) => a.index - b.index);
  const expected = registry.entities.filter(({ id }) => !removed.has(id));
  return applyProven(
    file,
    () => removeRecords(file, records),
    (after) => reads(after, expected),
    { removed: new Set(records.map(({ index }) => index)) },
  );
}

/** The lists of aliases that lose some and get others, with the aliases that they have in between. */
function withoutNew({ byId }: Registry, changed: ReadonlyMap<string, EntityFields>): ReadonlyMap<string, EntityFields> {
  const between = new Map<string, EntityFields>();
  for (const [id, { aliases }] of changed) {
    const old = new Set(byId.get(id)?.aliases);
    const now = new Set(aliases);
    const left = [...old].filter((alias) => now.has(alias));
    const comes = [...now].some((alias) => !old.has(alias));
    if (comes && left.length < old.size) between.set(id, { aliases: left });
  }
  return between;
}

/** An entity with other fields: its name is no alias, no text is there twice, and no alias is rejected. */
function withFields(entity: Entity, { own: _, type, ...fields }: EntityFields): Entity {
  const after = { ...entity, ...fields, ...(type === undefined ? {} : { type: entityType(type) }) };
  const aliases = [...new Set(after.aliases)].filter((alias) => alias !== '' && alias !== after.name);
  const known = new Set([after.name, ...aliases]);
  const not = [...new Set(after.not)].filter((text) => !known.has(text));
  // A contradiction that was there before stays, unless the change is about these fields.
  return { ...after, aliases, not: fields.aliases || fields.not || fields.name !== undefined ? not : entity.not };
}

/** The fields of a record that must be written for an entity to become another. */
function changesOf({ map }: FileRecord, before: Entity, after: Entity): FieldChanges {
  const changes = ENTITY.changes(before, after);
  // An entity that has no name of its own goes by its id.
  const name = textField(map, 'name', []);
  if (after.name === (name ?? after.id)) changes.delete('name');
  else changes.set('name', after.name);
  // The aliases of the file: one that repeats the name keeps its line.
  const aliases = textsField(map, 'aliases', []).filter((alias) => alias !== after.name);
  if (sameTexts(aliases, after.aliases)) changes.delete('aliases');
  else changes.set('aliases', after.aliases.length > 0 ? after.aliases : null);
  return changes;
}

function recordOf({ file, byId }: Registry, { id }: Entity): FileRecord | undefined {
  const start = byId.get(id)?.record.start ?? Infinity;
  const { records } = file;
  const record = records[partitionPoint(records.length, (i) => (records[i]?.span.start ?? Infinity) < start)];
  return record?.span.start === start ? record : undefined;
}

/** Whether a file reads as a registry of just these entities, in this order. */
function reads(file: RecordFile, expected: readonly Entity[]): boolean {
  return ENTITY.sameAll(registryOf(file).entities, expected);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
