import type { OpenArchive } from '../archive/open-archive';
import { ownFields } from '../entities/change-registry';
import { isId } from '../entities/id';
import { REGISTRY_FILE, type Entity, type Registry } from '../entities/registry';
import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { textField } from '../yaml/fields';
import { idsFollowed, idsNeeded, type IdentityChange, type Renaming, type Splitting } from './change';

/** Why a change cannot be made, as a sentence for a person; null where it can. */
export function refuseIdentityChange(archive: OpenArchive, change: IdentityChange): string | null {
  const { registry } = archive;
  return refuseEntities(registry, change) ?? refuseWish(registry, change) ?? refuseFiles(archive, change);
}

function refuseEntities(registry: Registry, change: IdentityChange): string | null {
  for (const id of idsNeeded(change)) {
    if (!registry.byId.has(id)) return `There is no entity ${quoted(id)} in the registry.`;
    const twins = registry.file.records.filter(({ map }) => textField(map, 'id', []) === id).length;
    if (twins > 1)
      return `The entity ${quoted(id)} is there twice in the registry. Remove or rename one by hand first.`;
  }
  return null;
}

function refuseWish({ byId, ...registry }: Registry, change: IdentityChange): string | null {
  const name = (id: string) => quoted(byId.get(id)?.name ?? id);
  switch (change.kind) {
    case 'rename':
      return refuseRenaming(byId, change);
    case 'merge': {
      if (change.entities.length === 0) return 'There is nothing to merge.';
      if (change.entities.includes(change.into)) return `${name(change.into)} cannot be merged into itself.`;
      const stuck = change.entities.find((id) => !canMove({ byId, ...registry }, byId.get(id)));
      if (stuck === undefined) return null;
      return `The record of ${name(stuck)} has a field of your own that is nested too deeply to be moved. Move it by hand first.`;
    }
    case 'split':
      return refuseSplitting(byId, change);
    case 'retype':
      return refuseType(change.type);
    case 'move-alias':
    case 'remove-alias': {
      const { entity, alias } = change;
      if (byId.get(entity)?.name === alias) {
        return `${quoted(alias)} is the name itself and no alias. Give the entity another name first.`;
      }
      if (!byId.get(entity)?.aliases.includes(alias)) return `${quoted(alias)} is no alias of ${name(entity)}.`;
      if (change.kind === 'move-alias' && change.to === entity) return `${name(entity)} has this alias already.`;
      return null;
    }
    case 'delete':
      return change.entities.length === 0 ? 'There is nothing to delete.' : null;
  }
}

function refuseRenaming(byId: Registry['byId'], { entity, name, id }: Renaming): string | null {
  if (name !== undefined && !/[\p{L}\p{N}]/u.test(name)) return 'A name needs a letter or a digit.';
  if (name !== undefined && name !== name.replace(/\s+/g, ' ').trim())
    return 'A name stands on one line, with single spaces between its words.';
  return id === undefined || id === entity ? null : refuseId(byId, id);
}

function refuseSplitting(byId: Registry['byId'], { entity, made, spellings }: Splitting): string | null {
  const old = byId.get(entity);
  const own = [old?.name, ...(old?.aliases ?? [])];
  const foreign = spellings.find((spelling) => !own.includes(spelling));
  if (foreign !== undefined) return `${quoted(foreign)} is no spelling of ${quoted(old?.name ?? entity)}.`;
  if (!/[\p{L}\p{N}]/u.test(made.name)) return 'A name needs a letter or a digit.';
  return made.type === '' ? NO_TYPE : refuseId(byId, made.id);
}

const NO_TYPE = 'The type is empty. Name one, such as person.';

function refuseType(type: string): string | null {
  if (type.trim() === '') return NO_TYPE;
  return type === type.trim() ? null : `${quoted(type)} has spaces around it. Write the type without them.`;
}

function refuseId(byId: Registry['byId'], id: string): string | null {
  if (!isId(id)) return `${quoted(id)} cannot be an id. Use letters, digits and hyphens, 120 characters at most.`;
  return byId.has(id) ? `There is an entity ${quoted(id)} already. Merge the two to put them together.` : null;
}

function canMove(registry: Registry, entity: Entity | undefined): boolean {
  return entity === undefined || ownFields(registry, entity) !== null;
}

/** Refuses a change where the registry, or a sidecar that contains an affected id, cannot be written. */
function refuseFiles(archive: OpenArchive, change: IdentityChange): string | null {
  const { registry } = archive;
  if (!registry.writable) return cannotWrite(REGISTRY_FILE, registry.problems);
  const ids = idsFollowed(change);
  if (ids.length === 0) return null;
  for (const { path, sidecar, sidecarText } of archive.texts) {
    if (sidecar.writable || !sidecarText || !ids.some((id) => names(sidecarText, id))) continue;
    return cannotWrite(path + SIDECAR_SUFFIX, sidecar.problems);
  }
  return null;
}

function cannotWrite(path: string, problems: readonly Problem[]): string {
  const why = problems.find(({ severity }) => severity === 'error')?.message ?? 'it is not understood.';
  return `${path} cannot be written: ${why} Nothing was changed.`;
}

/** Whether a text contains an id that is not a part of another one. */
export function names(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!ID_UNIT.test(text[at - 1] ?? '') && !ID_UNIT.test(text[at + id.length] ?? '')) return true;
  }
  return false;
}

const ID_UNIT = /[\p{L}\p{M}\p{N}._/-]/u;
