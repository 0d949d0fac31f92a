/** How long one piece of work may last, in milliseconds. Half of what a screen takes for a picture, as the last step may be long. */
const TURN_MS = 8;

/** Lets others have their turn in between the steps of a long work. */
export class Turns {
  #began = Date.now();

  /** To be awaited before each step: at once as long as the turn lasts, else once what was waiting has been done. */
  async next(): Promise<void> {
    if (Date.now() - this.#began < TURN_MS) return;
    await pause();
    this.#began = Date.now();
  }
}

/** Resolves once what waits has had its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
