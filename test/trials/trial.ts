/** One line of the table that `npm run test:full` prints. */
export interface Figure {
  /** What was tried, in words. */
  readonly what: string;
  /** What was wanted, as in `0` or `≥ 99.5 %`. */
  readonly goal: string;
  readonly measured: string;
  /** Whether the goal was reached. */
  readonly reached: boolean;
}

/**
 * A law that is tried at random: a share of it in `npm test`, the whole of it in `npm run test:full`. The same count and seed give the
 * same cases.
 */
export interface Trial {
  /** One word, to run this one alone. */
  readonly name: string;
  /** How many cases the whole trial has. */
  readonly whole: number;
  run(count: number, seed: number): Figure[] | Promise<Figure[]>;
}
