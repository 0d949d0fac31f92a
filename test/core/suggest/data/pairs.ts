import { LOOK_ALIKES } from './look-alikes';
import { VARIANTS } from './variants';

/** Two name words. */
export type Pair = readonly [string, string];

/** Pairs that should be accepted, and pairs that should be refused. */
export interface Pairs {
  readonly same: readonly Pair[];
  readonly different: readonly Pair[];
}

/** What the costs were tuned on. */
export const DEVELOPMENT: Pairs = half(0);
/** What was looked at only when the costs stood. */
export const HELD_OUT: Pairs = half(1);

function half(parity: 0 | 1): Pairs {
  const lines = VARIANTS.trim()
    .split('\n')
    .filter((_, i) => i % 2 === parity);
  const same = lines.flatMap((line) => everyTwo(line.split(' ')));
  const different = LOOK_ALIKES.split(';')
    .map((pair) => pair.trim().split(' '))
    .filter((_, i) => i % 2 === parity)
    .map(([a = '', b = '']): Pair => [a, b]);
  return { same, different };
}

function everyTwo(words: readonly string[]): Pair[] {
  return words.flatMap((a, i) => words.slice(i + 1).map((b): Pair => [a, b]));
}
