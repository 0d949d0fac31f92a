import {
  ENTITY,
  ENTITY_FIELDS,
  entityType,
  readRegistry,
  registryOf,
  type Entity,
  type Registry,
} from '../entities/registry';
import { fieldsOfEntity, type NewEntity } from '../entities/write-registry';
import { applyProven, type Written } from '../yaml/apply';
import { changeRecords, insertRecords, type FieldChanges, type FieldValue } from '../yaml/edit-records';
import { mapField, textsField } from '../yaml/fields';
import type { FileRecord, RecordFile } from '../yaml/record-file';
import type { Gain, ImportPlan } from './plan-import';

/** Writes a plan into its registry, all of it or nothing. Other records stay byte for byte. */
export function writeImport(registry: Registry, plan: Pick<ImportPlan, 'added' | 'gains'>): Written {
  const written = writeGains(registry, plan.gains);
  return written.ok ? writeAdded(readRegistry(written.text, registry), plan.added) : written;
}

function writeGains(registry: Registry, gains: readonly Gain[]): Written {
  const { file } = registry;
  if (gains.length === 0) return { ok: true, text: file.text };
  const records = new Map(file.records.map((record) => [record.span.start, record]));
  const all = gains.flatMap((gain) => {
    const record = records.get(gain.entity.record.start);
    return record ? [{ record, changes: changesOf(record, gain) }] : [];
  });
  const wanted = new Map(
    gains.map(({ entity, aliases, links, description }) => [
      entity.id,
      {
        ...entity,
        aliases: [...entity.aliases, ...aliases],
        links: new Map([...entity.links, ...links]),
        description: entity.description ?? description,
      },
    ]),
  );
  return applyProven(
    file,
    () => changeRecords(file, all, ENTITY_FIELDS),
    (after) =>
      reads(
        after,
        registry.entities.map((entity) => wanted.get(entity.id) ?? entity),
      ),
    { changed: new Set(all.map(({ record }) => record.index)), fields: ['aliases', 'links', 'description'] },
  );
}

/** The changed fields of a record. Lists are appended to as they stand in the file: a name repeated among the aliases stays. */
function changesOf({ map }: FileRecord, { aliases, links, description }: Gain): FieldChanges {
  const changes = new Map<string, FieldValue>();
  if (aliases.length > 0) changes.set('aliases', [...textsField(map, 'aliases', []), ...aliases]);
  if (description !== null) changes.set('description', description);
  if (links.size > 0) changes.set('links', new Map([...mapField(map, 'links', []), ...links]));
  return changes;
}

function writeAdded(registry: Registry, added: readonly NewEntity[]): Written {
  const { file } = registry;
  if (added.length === 0) return { ok: true, text: file.text };
  const end = file.items.length;
  const indexes = new Set(added.map((_, i) => end + i));
  return applyProven(
    file,
    () =>
      insertRecords(
        file,
        added.map((entity) => ({ index: end, fields: fieldsOfEntity(entity) })),
      ),
    (after) => reads(after, [...registry.entities, ...added]),
    { added: indexes },
  );
}

/** Whether a text is a registry of exactly these entities, in their order. */
function reads(file: RecordFile, wanted: readonly (Entity | NewEntity)[]): boolean {
  const all = wanted.map((entity) => ({ ...entity, type: entityType(entity.type) }));
  return ENTITY.sameAll(registryOf(file).entities, all);
}
