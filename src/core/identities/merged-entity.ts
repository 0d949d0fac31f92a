import { ownFields, type EntityFields } from '../entities/change-registry';
import type { Entity, Registry } from '../entities/registry';
import type { FieldValue } from '../yaml/write-record';

/** A field in which two merged entities differ, and of which only one value can stay. */
export interface MergeConflict {
  /** `type`, `match`, or the name of a link or of a field of a person’s own. */
  readonly field: string;
  readonly kept: string;
  readonly lost: string;
}

/** The entity that a merge makes. */
export interface MergedEntity {
  readonly fields: EntityFields;
  /** The values that are lost because the entity that stays has others. */
  readonly conflicts: readonly MergeConflict[];
  /** The entities whose descriptions were appended to that of the entity that stays. */
  readonly described: readonly Entity[];
  /** Spellings that were rejected for one of the entities and belong to another. They stay spellings. */
  readonly disputed: readonly string[];
  /** The first entity with a field that cannot be written into another record; null where there is none. */
  readonly stuck: Entity | null;
}

/**
 * Merges entities into another one. It gets all their spellings, and the links, the description and the custom fields that it lacks. Where
 * values differ, those of the entity that stays win. Only descriptions are joined, line by line, as they are sentences that people wrote.
 */
export function mergeEntities(registry: Registry, into: Entity, others: readonly Entity[]): MergedEntity {
  const conflicts: MergeConflict[] = [];
  const described: Entity[] = [];
  const links = new Map(into.links);
  const theirs = new Map(ownFields(registry, into) ?? []);
  const own = new Map<string, FieldValue>();
  let { description } = into;
  let stuck: Entity | null = null;
  for (const other of others) {
    if (other.type !== into.type) conflicts.push({ field: 'type', kept: into.type, lost: other.type });
    if (other.match !== into.match) conflicts.push({ field: 'match', kept: into.match, lost: other.match });
    for (const [name, value] of other.links) {
      const kept = links.get(name);
      if (kept === undefined) links.set(name, value);
      else if (kept !== value) conflicts.push({ field: name, kept, lost: value });
    }
    const fields = ownFields(registry, other);
    if (!fields) stuck ??= other;
    for (const [key, value] of fields ?? []) {
      const kept = theirs.get(key);
      if (kept === undefined) {
        own.set(key, value);
        theirs.set(key, value);
      } else if (inWords(kept) !== inWords(value)) {
        conflicts.push({ field: key, kept: inWords(kept), lost: inWords(value) });
      }
    }
    if (other.description === null || `\n${description ?? ''}\n`.includes(`\n${other.description}\n`)) continue;
    if (description !== null) described.push(other);
    description = description === null ? other.description : `${description}\n${other.description}`;
  }
  const all = [into, ...others];
  const spellings = new Set(all.flatMap(({ name, aliases }) => [name, ...aliases]));
  const rejected = new Set(all.flatMap(({ not }) => not));
  const aliases = [...into.aliases, ...others.flatMap((other) => [other.name, ...other.aliases])];
  const fields: EntityFields = {
    aliases,
    not: [...rejected].filter((text) => !spellings.has(text)),
    description,
    links,
    own,
  };
  return { fields, conflicts, described, disputed: [...rejected].filter((text) => spellings.has(text)), stuck };
}

function inWords(value: FieldValue): string {
  if (typeof value === 'string') return value;
  return 'size' in value ? [...value].map((pair) => pair.join(': ')).join(', ') : value.join(', ');
}
