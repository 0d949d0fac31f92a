import type { GrowthCase } from './case';
import { countWork } from './work-meter';

/** One function with input of one shape: its sizes, and the work in each. */
export interface Counted {
  readonly name: string;
  readonly shape: string;
  readonly sizes: readonly number[];
  readonly works: readonly number[];
}

/**
 * Answers a process that has started this one, a bundle that counts (see `counted-bundle.ts`): it sends how many times its smallest size
 * each input shall have, and gets what was counted.
 */
export function answer(cases: readonly GrowthCase[]): void {
  process.on('message', (factors: readonly number[]) => {
    void countAll(cases, factors).then((counted) => process.send?.(counted, () => process.disconnect()));
  });
}

async function countAll(cases: readonly GrowthCase[], factors: readonly number[]): Promise<Counted[]> {
  const all: Counted[] = [];
  for (const { shape, from, make, calls } of cases) {
    const sizes = factors.map((factor) => factor * from);
    const works = new Map([...calls.keys()].map((name): [string, number[]] => [name, []]));
    for (const n of sizes) {
      const made = await make(n);
      for (const [name, call] of calls) works.get(name)?.push(await countWork(() => call(made as never)));
    }
    for (const [name, counts] of works) all.push({ name, shape, sizes, works: counts });
  }
  return all;
}
