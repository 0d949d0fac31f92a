import { suggestId } from '../entities/id';
import type { Entity, Registry } from '../entities/registry';
import type { NewEntity } from '../entities/write-registry';
import { quoted } from '../text/visible';
import { fold } from '../text/comparable';
import type { ImportEntry } from './read-entries';
import type { RowProblem } from '../tables/table';

/** The additions to an entity of the registry. Its own values do not change. */
export interface Gain {
  readonly entity: Entity;
  readonly aliases: readonly string[];
  readonly links: ReadonlyMap<string, string>;
  /** Null where the entity has one already, or gains none. */
  readonly description: string | null;
}

/** The effects of an import on a registry. */
export interface ImportPlan {
  readonly added: readonly NewEntity[];
  readonly gains: readonly Gain[];
  /** How many rows say nothing new. */
  readonly known: number;
  /** Each row that means an entity which the registry or an earlier row has, and why. */
  readonly joins: readonly RowProblem[];
  /** Values that differ from the registry's, which stay, and rows that may mean several entities. */
  readonly conflicts: readonly RowProblem[];
}

/**
 * Compares entries with a registry. An entry means the entity with its id; without an id, the one with its name and type. Entries with two
 * ids are two entities, whatever names they share, and an alias says nothing: two people may bear it. Two entries may mean one entity, also
 * one that the first of them adds.
 *
 * @param defaultType the type of entries without one
 */
export function planImport(registry: Registry, entries: readonly ImportEntry[], defaultType = 'other'): ImportPlan {
  const plan = new Plan(registry, defaultType);
  for (const entry of entries) plan.take(entry);
  return plan.result();
}

/** An entity as the import leaves it. */
interface Draft {
  /** Null for an entity that the import adds. */
  readonly entity: Entity | null;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** All spellings except the name; the registry's first. */
  readonly aliases: Set<string>;
  readonly links: Map<string, string>;
  description: string | null;
}

class Plan {
  readonly #defaultType: string;
  readonly #drafts: Draft[] = [];
  readonly #byId = new Map<string, Draft>();
  /** By folded name. */
  readonly #byName = new Map<string, Set<Draft>>();
  /** The last number behind each id, so that thousands of equal names do not each try all numbers. */
  readonly #numbers = new Map<string, number>();
  readonly #conflicts: RowProblem[] = [];
  readonly #joins: RowProblem[] = [];
  /** The entities of ids that cannot be ids of ours. */
  readonly #byKey = new Map<string, Draft>();
  readonly #keyed = new Set<Draft>();
  #known = 0;

  constructor(registry: Registry, defaultType: string) {
    this.#defaultType = defaultType;
    for (const entity of registry.entities) {
      const { id, name, type, aliases, links, description } = entity;
      this.#note({ entity, id, name, type, aliases: new Set(aliases), links: new Map(links), description });
    }
  }

  take(entry: ImportEntry): void {
    const meant = this.#meantBy(entry);
    if (meant.length > 1) {
      const names = meant.map(({ id }) => quoted(id)).join(' or ');
      this.#say(
        entry,
        `${quoted(entry.name)} may mean ${names}. The row was left out; give it the id of the one it means.`,
      );
      return;
    }
    const [draft = null] = meant;
    const { key, id, line } = entry;
    if (draft) {
      const why =
        id === draft.id || (key !== null && this.#byKey.get(key) === draft) ? 'has its id' : 'has its name and type';
      this.#joins.push({ line, message: `${quoted(entry.name)} is ${quoted(draft.id)}, ${draft.name}, as it ${why}.` });
      if (!this.#join(draft, entry)) this.#known++;
    }
    const own = draft ?? this.#add(entry);
    if (key === null) return;
    this.#byKey.set(key, own);
    this.#keyed.add(own);
  }

  result(): ImportPlan {
    const added: NewEntity[] = [];
    const gains: Gain[] = [];
    for (const { entity, id, name, type, aliases, links, description } of this.#drafts) {
      if (!entity) {
        added.push({ id, name, type, aliases: [...aliases], description, links });
        continue;
      }
      const gained = {
        entity,
        aliases: [...aliases].slice(entity.aliases.length),
        links: new Map([...links].slice(entity.links.size)),
        description: entity.description === null ? description : null,
      };
      if (gained.aliases.length > 0 || gained.links.size > 0 || gained.description !== null) gains.push(gained);
    }
    return { added, gains, known: this.#known, joins: this.#joins, conflicts: this.#conflicts };
  }

  #meantBy({ id, key, name, type }: ImportEntry): Draft[] {
    const byId = id === null ? undefined : this.#byId.get(id);
    if (byId) return [byId];
    const byKey = key === null ? undefined : this.#byKey.get(key);
    if (byKey) return [byKey];
    if (id !== null) return [];
    // A town and a person may share a name: entries of different types mean different entities.
    const fits = (draft: Draft) => type === null || draft.type === type || draft.type === 'other';
    // An id that cannot be one of ours is not in the registry, but another such id is another entity.
    const free = (draft: Draft) => key === null || (draft.entity !== null && !this.#keyed.has(draft));
    return [...(this.#byName.get(folded(name)) ?? [])].filter((draft) => fits(draft) && free(draft));
  }

  #add(entry: ImportEntry): Draft {
    const { name, type, aliases, links, description } = entry;
    const id = entry.id ?? this.#freeId(name);
    const own = new Set(aliases);
    own.delete(name);
    const draft: Draft = {
      entity: null,
      id,
      name,
      type: type ?? this.#defaultType,
      aliases: own,
      links: new Map(links),
      description,
    };
    this.#note(draft);
    return draft;
  }

  /** Adds the new values of an entry to an entity; answers whether there were any. */
  #join(draft: Draft, entry: ImportEntry): boolean {
    let more = false;
    for (const spelling of [entry.name, ...entry.aliases]) {
      if (spelling === draft.name || draft.aliases.has(spelling)) continue;
      if (draft.entity?.not.includes(spelling)) {
        this.#say(entry, `By a person’s word ${quoted(spelling)} does not mean ${quoted(draft.id)}.`);
        continue;
      }
      draft.aliases.add(spelling);
      more = true;
    }
    for (const [name, target] of entry.links) {
      const kept = draft.links.get(name);
      if (kept === undefined) {
        draft.links.set(name, target);
        more = true;
      } else if (kept !== target) {
        this.#keep(draft, entry, `the link ${quoted(name)}`, kept, target);
      }
    }
    if (entry.description !== null && draft.description === null) {
      draft.description = entry.description;
      more = true;
    } else if (entry.description !== null && entry.description !== draft.description) {
      this.#keep(draft, entry, 'the description', draft.description ?? '', entry.description);
    }
    if (entry.type !== null && entry.type !== draft.type) this.#keep(draft, entry, 'the type', draft.type, entry.type);
    return more;
  }

  #note(draft: Draft): void {
    this.#drafts.push(draft);
    this.#byId.set(draft.id, draft);
    push(this.#byName, folded(draft.name), draft);
  }

  #freeId(name: string): string {
    const base = suggestId(name);
    if (!this.#byId.has(base)) return base;
    let number = this.#numbers.get(base) ?? 1;
    do number++;
    while (this.#byId.has(`${base}-${number}`));
    this.#numbers.set(base, number);
    return `${base}-${number}`;
  }

  #keep({ id }: Draft, entry: ImportEntry, what: string, kept: string, other: string): void {
    this.#say(entry, `${quoted(id)} keeps ${what} ${quoted(kept)}; the file says ${quoted(other)}.`);
  }

  #say({ line }: ImportEntry, message: string): void {
    this.#conflicts.push({ line, message });
  }
}

/** A name in a form that is equal for spellings that differ only in the encoding of letters, quotation marks and spaces. */
function folded(name: string): string {
  return /^[A-Za-z0-9]+(?:[ .-][A-Za-z0-9]+)*$/.test(name) ? name : fold(name);
}

function push(drafts: Map<string, Set<Draft>>, key: string, draft: Draft): void {
  const known = drafts.get(key);
  if (known) known.add(draft);
  else drafts.set(key, new Set([draft]));
}
