/** The functions that are called with each value of one kind. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Calls a function with each value from here on. Call the answer to end that. */
  add(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A listener that is added or removed meanwhile counts from the next value on. */
  tell(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
