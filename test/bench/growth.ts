import { exponent } from '../support/growth/case';
import { GROWTH_CASES } from '../support/growth';
import { printTable, round } from './timing';

/**
 * How the time of each public function grows with hostile input: at n, 2n, 4n and 8n, with the exponent of the growth (1 is linear, 2 is
 * quadratic). Prints those that take 5 ms or more, the steepest first. The test of the same cases counts work instead, in smaller sizes.
 *
 * @param quick smaller sizes
 */
export async function benchGrowth(quick: boolean): Promise<void> {
  const factors = quick ? [1, 2, 4, 8] : [8, 16, 32, 64];
  const rows: Record<string, string | number>[] = [];
  for (const { shape, from, make, calls } of GROWTH_CASES) {
    const sizes = factors.map((factor) => factor * from);
    const times = new Map([...calls.keys()].map((name): [string, number[]] => [name, []]));
    for (const n of sizes) {
      const made = await make(n);
      for (const [name, call] of calls) {
        const start = performance.now();
        await call(made as never);
        times.get(name)?.push(performance.now() - start);
      }
    }
    for (const [name, ms] of times) {
      // Less than that is mostly noise.
      if ((ms.at(-1) ?? 0) < 5) continue;
      const columns = Object.fromEntries(sizes.map((_, i) => [`${2 ** i} n, ms`, round(ms[i] ?? NaN, 1)]));
      rows.push({ function: name, input: shape, n: sizes[0] ?? 0, ...columns, exponent: round(exponent(sizes, ms)) });
    }
  }
  rows.sort((a, b) => Number(b.exponent) - Number(a.exponent));
  printTable('Growth of time with the size of hostile input', rows);
}
