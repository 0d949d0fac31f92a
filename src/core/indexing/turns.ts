/** How long a time slice lasts, in milliseconds: half a frame at 60 Hz, as the last step in it may be long. */
const TURN_MS = 8;

/** Cuts long work into time slices, between which other work of the thread can run. */
export class Turns {
  #began = Date.now();

  /** Await it before each step: it resolves at once within a time slice, and after waiting work has run at the end of one. */
  async next(): Promise<void> {
    if (Date.now() - this.#began < TURN_MS) return;
    await pause();
    this.#began = Date.now();
  }
}

/** Resolves after the waiting work of the thread has run. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
