import type { Definition } from './acronyms';
import { squeezed } from './forms';

/** The names that the texts equate, indexed by name. */
export class Definitions {
  readonly #equals = new Map<string, Set<string>>();

  constructor(definitions: readonly Definition[]) {
    for (const { name, short } of definitions) {
      const [a, b] = [squeezed(name), squeezed(short)];
      this.#note(a, b);
      this.#note(b, a);
    }
  }

  /** Whether the texts equate a name with another one. Here and below, names are given as `squeezed` makes them. */
  has(name: string): boolean {
    return this.#equals.has(name);
  }

  /** Whether the texts equate two names. */
  equate(a: string, b: string): boolean {
    return this.#equals.get(a)?.has(b) === true;
  }

  /** A key for each pair that a name belongs to. Both names of a pair have the same key. */
  keysOf(name: string): string[] {
    return [...(this.#equals.get(name) ?? [])].map((other) => (name < other ? `${name}=${other}` : `${other}=${name}`));
  }

  #note(a: string, b: string): void {
    const known = this.#equals.get(a);
    if (known) known.add(b);
    else this.#equals.set(a, new Set([b]));
  }
}
