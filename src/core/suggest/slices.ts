// Work that takes seconds in a large archive is cut into slices of a few milliseconds. The editor lets other work run between them; the
// command line runs them all at once. The result is the same.

/** Work in slices: each step of the generator is a slice, and the last step gives the result. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Runs all slices, one after the other. */
export function allAtOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Runs slices in turns, and pauses in between.
 *
 * @param pause called between two turns; resolves when the next turn may begin, with whether to go on
 * @param now gives the time in milliseconds since any fixed moment
 * @param most how many milliseconds a turn takes, a slice more or less
 * @returns the result; null if `pause` said not to go on
 */
export async function inTurns<T>(
  slices: Slices<T>,
  pause: () => Promise<boolean>,
  now: () => number,
  most: number,
): Promise<T | null> {
  for (;;) {
    const end = now() + most;
    // At least one slice, even if the clock jumps.
    do {
      const step = slices.next();
      if (step.done === true) return step.value;
    } while (now() < end);
    if (!(await pause())) return null;
  }
}
