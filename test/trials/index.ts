import type { Trial } from './trial';

/** Every trial, in the order in which the whole table prints them. */
export const TRIALS: readonly Trial[] = [];
