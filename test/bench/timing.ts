import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long something took, in milliseconds, with what it gave. */
export function timed<T>(action: () => T): { readonly result: T; readonly ms: number } {
  const start = performance.now();
  const result = action();
  return { result, ms: performance.now() - start };
}

/**
 * The time of the quickest round of each action, in milliseconds: the one least disturbed by what else the machine does. The actions
 * take turns, so that they meet the same conditions.
 */
export function quickest<Name extends string>(
  actions: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(actions) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name] = Math.min(times[name], timed(actions[name]).ms);
  }
  return times;
}

export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** The memory that something keeps, in MB, with what it gave. */
export function retained<T>(make: () => T): { readonly result: T; readonly megabytes: number } {
  const before = liveBytes();
  const result = make();
  return { result, megabytes: (liveBytes() - before) / 1e6 };
}

/** The bytes that this thread's objects take, without what could be let go of. */
export function liveBytes(): number {
  // Twice, since the buffers of typed arrays are let go of by the collection after the one that finds them unused.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
