/** Files that may have changed on the disk. */
export interface Changes {
  /** Files, and folders for all that is in them; null for everything. */
  readonly paths: readonly string[] | null;
  /** Whether files have come or gone, so that they must be listed again. */
  readonly listing: boolean;
}

export const EVERYTHING: Changes = { paths: null, listing: true };

/** Gathers changes until the queue comes to them. A branch switch reports many bursts, and each file is then read once. */
export class GatheredChanges {
  readonly #read: (take: () => Changes) => void;
  #paths: Set<string> | null = new Set();
  #listing = false;
  #waiting = false;

  /** @param read puts a reading into the queue, which calls `take` when it begins and reads the changes that it gets */
  constructor(read: (take: () => Changes) => void) {
    this.#read = read;
  }

  add(paths: readonly string[] | null, listing: boolean): void {
    if (paths === null) this.#paths = null;
    else for (const path of paths) this.#paths?.add(path);
    this.#listing ||= listing || paths === null;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#read(() => this.#take());
  }

  #take(): Changes {
    const changes = { paths: this.#paths && [...this.#paths], listing: this.#listing };
    this.#paths = new Set();
    this.#listing = false;
    this.#waiting = false;
    return changes;
  }
}
