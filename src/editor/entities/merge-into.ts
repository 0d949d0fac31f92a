import type { Entity } from '../../core/entities';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { named, names } from './describe-change';
import { makeChange } from './make-change';
import { quoted } from '../../core/text';

/** Merges entities into the entity with the id `into`, after a question if `asks`. */
export async function mergeInto(
  archives: Archives,
  archive: Archive,
  entities: readonly Entity[],
  into: string,
  asks: boolean,
): Promise<void> {
  const target = archive.core.registry.byId.get(into);
  const to = target ? named(target) : quoted(into);
  const change = { kind: 'merge' as const, entities: entities.map(({ id }) => id), into };
  const words = {
    question: `Merge ${names(entities)} into ${to}? Every spelling then means ${to}.`,
    button: 'Merge',
    label: `Merge ${names(entities)} into ${to}`,
    mentions: (count: string) => `${count} will mean ${to}.`,
  };
  await makeChange(archives, archive, change, words, asks);
}
