import type { OpenArchive } from '../archive/open-archive';
import { mentionsOf, mentionsOfAny } from '../lists/mentions';
import type { Mention } from '../mentions/mention';
import { idsFollowed, type IdentityChange } from './change';
import { mergeEntities, type MergedEntity } from './merged-entity';
import { touches } from './parts';
import { names } from './refuse';
import { relink } from './relink';

/** The effects of a change, in counts. */
export interface IdentityPreview {
  /** How many matches of the registry mean another entity afterwards, or none. */
  readonly mentions: number;
  /** How many annotations change or are removed. */
  readonly annotations: number;
  /** How many sidecars change. */
  readonly files: number;
  /** How many of the annotations would be empty afterwards, and are removed. */
  readonly removed: number;
  /** How many annotations are added. */
  readonly added: number;
  /** How many decisions of the kind “not this one” contradict the change, and are dropped. */
  readonly dropped: number;
  /** Stray sidecars that name the entities, and stay as they are. */
  readonly strays: readonly string[];
  /** The entity that a merge makes; null for any other change. */
  readonly merged: MergedEntity | null;
}

/** Counts the effects of a change. */
export function previewIdentityChange(archive: OpenArchive, change: IdentityChange): IdentityPreview {
  let annotations = 0;
  let files = 0;
  let removed = 0;
  let added = 0;
  let dropped = 0;
  const ids = idsFollowed(change);
  for (const text of ids.length > 0 ? archive.texts : []) {
    const plan = relink(text, change);
    if (touches(plan)) files++;
    annotations += plan.changed.length + plan.removed.length;
    removed += plan.removed.length;
    added += plan.added.length;
    dropped += plan.dropped;
  }
  // The ids that no entity has afterwards.
  const gone = change.kind === 'merge' ? change.entities : change.kind === 'split' ? [] : ids;
  const strays = archive.surroundings.strays.filter(({ text }) => gone.some((id) => names(text, id)));
  return {
    ...{ annotations, files, removed, added, dropped },
    mentions: changedMentions(archive, change).length,
    strays: strays.map(({ path }) => path),
    merged: change.kind === 'merge' ? mergedOf(archive, change.into, change.entities) : null,
  };
}

function mergedOf({ registry }: OpenArchive, into: string, entities: readonly string[]): MergedEntity | null {
  const target = registry.byId.get(into);
  const others = entities.flatMap((id) => registry.byId.get(id) ?? []);
  return target ? mergeEntities(registry, target, others) : null;
}

/** The mentions that mean another entity afterwards, or none. */
function changedMentions(archive: OpenArchive, change: IdentityChange): readonly Mention[] {
  const by = (entity: string, spellings: readonly (string | undefined)[]) =>
    mentionsOf(archive, entity).filter(({ alias }) => alias !== null && spellings.includes(alias));
  switch (change.kind) {
    case 'rename':
      if (change.name === undefined || change.keepName) return [];
      return by(change.entity, [archive.registry.byId.get(change.entity)?.name]);
    case 'merge':
    case 'delete':
      return archive.texts.flatMap((text) => mentionsOfAny(text, change.entities));
    case 'split':
      return by(
        change.entity,
        change.spellings.filter((spelling) => !change.shared.includes(spelling)),
      );
    case 'move-alias':
    case 'remove-alias':
      return by(change.entity, [change.alias]);
    case 'retype':
      return [];
  }
}
