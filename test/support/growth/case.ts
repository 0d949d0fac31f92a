/** Input of one hostile shape, in any size, and the functions that get it. */
export interface GrowthCase {
  /** The shape of the input, in words. */
  readonly shape: string;
  /** The smallest n that is tried: large enough for what grows to outweigh what does not. */
  readonly from: number;
  /** Makes the input of size n, which is not counted. */
  readonly make: (n: number) => unknown;
  /** Each calls one public function, by the name of its face and its own: `merge.mergeTexts`. */
  readonly calls: ReadonlyMap<string, (made: never) => unknown>;
}

/** A case with the type of its input checked. */
export function growth<T>(
  shape: string,
  from: number,
  make: (n: number) => T | Promise<T>,
  calls: Readonly<Record<string, (made: T) => unknown>>,
): GrowthCase {
  return { shape, from, make, calls: new Map(Object.entries(calls)) };
}

/**
 * The exponent by which work grows with size: 1 where it grows as the input does, 2 where it grows with its square. The slope of the line
 * of least squares through the logarithms.
 */
export function exponent(sizes: readonly number[], works: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = works.map((work) => Math.log(Math.max(1, work)));
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const products = xs.map((x, i) => (x - mx) * ((ys[i] ?? NaN) - my));
  return mean(products) / mean(xs.map((x) => (x - mx) ** 2));
}
