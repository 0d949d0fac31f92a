import type { Entity, Registry } from '../entities/registry';
import type { Value } from '../query/query';
import { foldName, namePattern } from './folding';

/** Which ids are meant: by names of which it is certain whom they mean, and by names of which it is not. */
export interface MeantEntities {
  readonly certain: (id: string) => boolean;
  readonly open: (id: string) => boolean;
}

/** The entities of a registry as queries name them: by id, name or alias, whatever the case and diacritics. */
export class NamedEntities {
  readonly #entities: readonly Entity[];
  #names: ReadonlyMap<string, readonly string[]> | null = null;

  constructor({ entities }: Registry) {
    this.#entities = entities;
  }

  /** The ids of the entities that a value means. An id that the registry lacks means itself: annotations may have it. */
  idsOf(value: Value): readonly string[] {
    if (value.kind !== 'text') return [];
    const text = value.quoted ? value.text : value.text.replace(/\?$/, '');
    if (value.quoted || !text.includes('*')) return [...(this.names.get(foldName(text).trim()) ?? []), text];
    const fits = namePattern(text, false);
    return this.#entities.filter((entity) => spellings(entity).some(fits)).map(({ id }) => id);
  }

  named(values: readonly Value[]): MeantEntities {
    const any = values.some(({ kind }) => kind === 'any');
    const certain = new Set<string>();
    const open = new Set<string>();
    for (const value of values) {
      const isOpen = value.kind === 'text' && !value.quoted && value.text.endsWith('?');
      for (const id of this.idsOf(value)) (isOpen ? open : certain).add(id);
    }
    return { certain: (id) => any || certain.has(id), open: (id) => open.has(id) };
  }

  ofType(values: readonly Value[]): MeantEntities {
    const tests = values.map((value) => (value.kind === 'text' ? namePattern(value.text, value.quoted) : () => true));
    const fitting = this.#entities.filter(({ type }) => tests.some((test) => test(type)));
    const ids = new Set(fitting.map(({ id }) => id));
    return { certain: (id) => ids.has(id), open: () => false };
  }

  /** The ids by folded spelling. */
  get names(): ReadonlyMap<string, readonly string[]> {
    if (this.#names) return this.#names;
    const names = new Map<string, string[]>();
    for (const entity of this.#entities) {
      for (const name of new Set(spellings(entity).map((one) => foldName(one).trim()))) {
        const known = names.get(name);
        if (known) known.push(entity.id);
        else names.set(name, [entity.id]);
      }
    }
    return (this.#names = names);
  }
}

function spellings({ id, name, aliases }: Entity): string[] {
  return [id, name, ...aliases];
}
