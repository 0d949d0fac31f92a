import { ownFields, type EntityFields } from '../entities/change-registry';
import type { Entity, Registry } from '../entities/registry';
import type { FieldValue } from '../yaml/write-record';

/** What two entities say differently, where only one of it can stay. */
export interface MergeConflict {
  /** `type`, `match`, or the name of a link or of a field of a person’s own. */
  readonly field: string;
  readonly kept: string;
  readonly lost: string;
}

/** What comes of entities that are put into another one. */
export interface MergedEntity {
  readonly fields: EntityFields;
  /** What the one that stays says otherwise, and what is therefore lost. */
  readonly conflicts: readonly MergeConflict[];
  /** Whose descriptions were put behind that of the one that stays. */
  readonly described: readonly Entity[];
  /** Spellings that one of them was said not to go by, and another does. They stay spellings. */
  readonly disputed: readonly string[];
  /** The first field that cannot be written into another record; null where all can. */
  readonly stuck: Entity | null;
}

/**
 * What an entity becomes when others are put into it. It gets all their spellings, and what it lacks of links, description and fields of
 * a person's own. Where both say something, the one that stays wins; but descriptions are sentences that people wrote, so another one
 * is put behind it, on a line of its own.
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
