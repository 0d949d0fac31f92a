import type { Result } from '../result';
import { quoted } from '../text/visible';
import { refuseUnwritable } from '../yaml/apply';
import type { FileRecord } from '../yaml/record-file';
import type { Entity, Registry } from './registry';

/** An entity as its registry has it now, with its record. Refused where it is gone, or where the registry cannot be written. */
export function findRecord(
  { file, byId }: Registry,
  id: string,
): Result<{ readonly entity: Entity; readonly record: FileRecord }> {
  const entity = byId.get(id);
  const record = entity && file.records.find(({ span }) => span.start === entity.record.start);
  if (entity && record) return { ok: true, entity, record };
  return refuseUnwritable(file) ?? { ok: false, why: `The entity ${quoted(id)} is no longer in the registry.` };
}
