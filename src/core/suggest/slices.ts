// Work that takes seconds in a large archive, cut into slices of a few milliseconds: a host that has somebody waiting gives way
// between them, and one that has not runs them all at once. Both get the same result.

/** Work in slices: each step is one of them, and the last gives the result. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Runs all slices, one after the other. */
export function allAtOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Runs slices for a while at a time.
 *
 * @param pause called between; what waits gets its turn until it resolves. Answers whether to go on
 * @param now the time in milliseconds, of any beginning
 * @param most how many milliseconds one turn takes, a slice more or less
 * @returns null where it was not to go on
 */
export async function inTurns<T>(
  slices: Slices<T>,
  pause: () => Promise<boolean>,
  now: () => number,
  most: number,
): Promise<T | null> {
  for (;;) {
    const end = now() + most;
    // One slice at least, so that it goes on by whatever clock.
    do {
      const step = slices.next();
      if (step.done === true) return step.value;
    } while (now() < end);
    if (!(await pause())) return null;
  }
}

/** All that a generator gives, so many a slice. */
export function* inSlices<T>(all: Iterable<T>, most: number, use?: (one: T) => void): Slices<T[]> {
  const result: T[] = [];
  for (const one of all) {
    use?.(one);
    result.push(one);
    if (result.length % most === 0) yield;
  }
  yield;
  return result;
}
