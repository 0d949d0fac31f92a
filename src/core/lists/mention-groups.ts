import type { Entity } from '../entities/registry';
import type { Mention } from '../mentions/mention';

/** The mentions of the same owners. */
interface Group {
  readonly owners: readonly Entity[];
  /** Their indexes among the mentions of the text, ascending. */
  readonly places: number[];
}

/**
 * The mentions of a text by entity. An ambiguous mention is among those of each of its owners. They are kept by their lists of owners,
 * which all mentions of one name share, and not by owner: n entities of one name that is mentioned m times would take n times m places.
 */
export class MentionGroups {
  readonly #mentions: readonly Mention[];
  readonly #groups: readonly Group[];
  readonly #byEntity = new Map<string, Group[]>();

  constructor(mentions: readonly Mention[]) {
    this.#mentions = mentions;
    const groups = new Map<object, Group>();
    mentions.forEach(({ entity, others }, i) => {
      const key = others.length === 0 ? entity : others;
      const group = groups.get(key);
      // A list of others goes with one entity, but nothing forces it to.
      if (group?.owners[0] === entity) group.places.push(i);
      else groups.set(group ? {} : key, { owners: [entity, ...others], places: [i] });
    });
    this.#groups = [...groups.values()];
    for (const group of this.#groups) {
      for (const { id } of group.owners) {
        const own = this.#byEntity.get(id);
        if (own) own.push(group);
        else this.#byEntity.set(id, [group]);
      }
    }
  }

  /** The mentions of an entity, in the order of the text. */
  of(entity: string): readonly Mention[] {
    return this.ofAny([entity]);
  }

  /** The mentions of any of some entities, each once, in the order of the text. */
  ofAny(entities: readonly string[]): readonly Mention[] {
    const groups = new Set(entities.flatMap((entity) => this.#byEntity.get(entity) ?? []));
    const places = [...groups].flatMap((group) => group.places);
    if (groups.size > 1) places.sort((a, b) => a - b);
    return places.flatMap((place) => this.#mentions[place] ?? []);
  }

  /** How many mentions each entity has. */
  counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { owners, places } of this.#groups) {
      for (const { id } of owners) counts.set(id, (counts.get(id) ?? 0) + places.length);
    }
    return counts;
  }
}
