import type { Definition } from './acronyms';
import { squeezed } from './forms';

/** How the texts equate a name with another: in words, or as the name before round brackets or inside of them. */
export type Equation = 'words' | 'before' | 'inside';

/** The names that the texts equate, indexed by name. */
export class Definitions {
  readonly #equals = new Map<string, Map<string, Equation>>();

  constructor(definitions: readonly Definition[]) {
    for (const { name, short, way } of definitions) {
      const [a, b] = [squeezed(name), squeezed(short)];
      this.#note(a, b, way === 'words' ? way : 'before');
      this.#note(b, a, way === 'words' ? way : 'inside');
    }
  }

  /** Whether the texts equate a name with another one. Here and below, names are given as `squeezed` makes them. */
  has(name: string): boolean {
    return this.#equals.has(name);
  }

  /** How the texts equate two names; null where they do not. */
  equate(a: string, b: string): Equation | null {
    return this.#equals.get(a)?.get(b) ?? null;
  }

  /** A key for each pair that a name belongs to. Both names of a pair have the same key. */
  keysOf(name: string): string[] {
    return [...(this.#equals.get(name)?.keys() ?? [])].map((other) =>
      name < other ? `${name}=${other}` : `${other}=${name}`,
    );
  }

  #note(a: string, b: string, way: Equation): void {
    const known = this.#equals.get(a) ?? new Map<string, Equation>();
    this.#equals.set(a, known);
    if (known.get(b) !== 'words') known.set(b, way);
  }
}
