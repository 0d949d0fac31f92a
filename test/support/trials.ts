// How much of the tests runs is decided here alone. The environment variable TRIALS multiplies the numbers of random cases. It is 1 in
// `npm test`, and where it is not set. `npm run test:core` sets it to a fraction: then slow tests are left out, too.

const given = Number(process.env.TRIALS ?? 1);
/** What numbers of random cases are multiplied by. */
export const factor = Number.isFinite(given) && given > 0 ? given : 1;

/** Whether slow tests are left out. */
export const isQuick = factor < 1;

/** Stands behind the titles of tests that a quick run leaves out. The reporter collects them by it. */
export const LEFT_OUT = ' [left out]';

/**
 * A number of cases, multiplied by TRIALS.
 *
 * @param least for tests that count what they come across, and would often come across nothing in fewer cases
 */
export function share(count: number, least = 1): number {
  return Math.max(least, Math.round(count * factor));
}

/** How often fast-check tries a property: `share(count, least)` times. Where this is not given, it is `share(100)` times. */
export function trials(count: number, least = 1): { numRuns: number } {
  return { numRuns: share(count, least) };
}

/** `it` for a test that starts many processes or waits for long: a quick run leaves it out, and its last line says so. */
export function itSlow(title: string, test: (this: Mocha.Context) => unknown): void {
  if (isQuick) it.skip(title + LEFT_OUT);
  else it(title, test);
}

/** `describe` for such tests. A quick run shows them as one. */
export function describeSlow(title: string, tests: (this: Mocha.Suite) => void): void {
  if (isQuick) it.skip(title + LEFT_OUT);
  else describe(title, tests);
}
