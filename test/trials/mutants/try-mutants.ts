import { withMutant, type Mutant } from './list-mutants';

/** How tests ended. `slow`: they did not come to an end within their time, as in an endless loop. */
export type Outcome = 'passed' | 'failed' | 'slow';

/** A project whose sources may be broken. */
export interface Breakable {
  read(path: string): string;
  /** Does something while a file holds another text. */
  having<T>(path: string, text: string, work: () => Promise<T>): Promise<T>;
  /** Runs the tests in some files, given as globs. They are ended after some seconds. */
  test(globs: readonly string[], seconds: number): Promise<Outcome>;
}

/** What became of mutants. `slow` of the killed ones were noticed because the tests did not come to an end. */
export interface Tried {
  readonly killed: number;
  readonly slow: number;
}

/**
 * Breaks a project by one mutant after the other, and runs its tests.
 *
 * @param stages globs of tests; a stage is run where those before it have noticed nothing
 * @param survived is told each mutant that the tests have not noticed, at once
 * @throws Error where the tests fail without any mutant
 */
export async function tryMutants(
  project: Breakable,
  mutants: readonly Mutant[],
  stages: readonly (readonly string[])[],
  survived: (mutant: Mutant) => void,
): Promise<Tried> {
  const timed: { readonly globs: readonly string[]; readonly seconds: number }[] = [];
  for (const globs of stages) {
    const started = performance.now();
    if ((await project.test(globs, 600)) !== 'passed') throw new Error(`${globs.join(' ')} fails without any mutant.`);
    // Many times what it took: on a busy machine, a slow run is no endless loop.
    timed.push({ globs, seconds: 30 + (8 * (performance.now() - started)) / 1000 });
  }
  const outcomeOf = async () => {
    for (const { globs, seconds } of timed) {
      const outcome = await project.test(globs, seconds);
      if (outcome !== 'passed') return outcome;
    }
    return 'passed';
  };
  let [killed, slow] = [0, 0];
  for (const mutant of mutants) {
    const path = `src/core/${mutant.file}`;
    const outcome = await project.having(path, withMutant(project.read(path), mutant), outcomeOf);
    if (outcome === 'passed') survived(mutant);
    else killed++;
    if (outcome === 'slow') slow++;
  }
  return { killed, slow };
}
