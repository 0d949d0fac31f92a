import type { Loss } from './model';

/** Counts what is left out, by kind and reason. */
export class Losses {
  readonly #kinds = new Map<string, { what: string; why: string; count: number; ids: string[] }>();

  /** @param id of the annotation that it befalls; null where it has none */
  add(what: string, why: string, id: string | null = null): void {
    const key = `${what}\0${why}`;
    const kind = this.#kinds.get(key) ?? { what, why, count: 0, ids: [] };
    kind.count++;
    if (id !== null) kind.ids.push(id);
    this.#kinds.set(key, kind);
  }

  /** In the order in which each kind was met first. */
  get all(): readonly Loss[] {
    return [...this.#kinds.values()];
  }
}
