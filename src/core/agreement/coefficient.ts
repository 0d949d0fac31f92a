/** A coefficient of agreement, or why there is none. */
export interface Coefficient {
  /** How many units it counts. */
  readonly units: number;
  /** At most 1, which is perfect agreement; 0 is what chance would give, and less is worse than chance. Null where it is not defined. */
  readonly value: number | null;
  /**
   * Why it is not defined. `no-units`: no unit was judged by two annotators. `no-variation`: all said one and the same everywhere, and
   * agreement cannot be told from habit.
   */
  readonly why: 'no-units' | 'no-variation' | null;
}
