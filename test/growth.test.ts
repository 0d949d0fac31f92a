// Nothing that a person or a stranger can put into an archive may take time that grows faster than its size. Work is counted and not timed:
// `npm run bench -- growth` tells times.
import { deepStrictEqual, ok } from 'node:assert';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GROWTH_CASES } from './support/growth';
import { exponent } from './support/growth/case';
import type { Counted } from './support/growth/answer';
import { countedBundle } from './support/growth/counted-bundle';
import { KNOWN, NO_CASE } from './support/growth/exceptions';
import { sourceFiles } from './support/sources';
import { itSlow } from './support/trials';

/** Above n log n in these sizes (1.15 at most), and far below n². */
const STEEPEST = 1.3;
/** Less work than this is not worth a look: no size that could be reached takes a second. */
const LITTLE = 10_000;
const FACTORS = [1, 3];

const programs = mkdtempSync(join(tmpdir(), 'postgloss-growth-'));
after(() => rmSync(programs, { recursive: true, force: true }));

/** Runs a program that counts, and returns what it sends. */
async function countedBy(entry: string): Promise<Counted[]> {
  const program = join(programs, 'counts.cjs');
  writeFileSync(program, await countedBundle(fileURLToPath(new URL(entry, import.meta.url))));
  return new Promise((resolve, reject) => {
    const child = fork(program, { execArgv: [] });
    child.on('message', (counted) => resolve(counted as Counted[]));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The program that counts ended with code ${code}.`)));
    child.send(FACTORS);
  });
}

/** The functions that grow too fast, each with its input and exponent. */
function steep(counted: readonly Counted[]): string[] {
  return counted.flatMap(({ name, shape, sizes, works }) => {
    const steepness = exponent(sizes, works);
    if (steepness < STEEPEST || (works.at(-1) ?? 0) < LITTLE) return [];
    return [
      `${name} with ${shape}: exponent ${steepness.toFixed(2)} (work ${works.join(', ')} for n = ${sizes.join(', ')})`,
    ];
  });
}

const isKnown = (line: string) => [...KNOWN.keys()].some((known) => line.startsWith(known));

describe('growth', () => {
  itSlow('of the work of public functions is below the square of their input', async function () {
    this.timeout(180_000);
    const counted = await countedBy('support/growth/child.ts');
    const calls = GROWTH_CASES.reduce((sum, one) => sum + one.calls.size, 0);
    deepStrictEqual(counted.length, calls);
    const found = steep(counted);
    deepStrictEqual(
      found.filter((line) => !isKnown(line)),
      [],
    );
  });

  it('is seen where it is quadratic, in own code and in built-in functions', async function () {
    this.timeout(60_000);
    const names = steep(await countedBy('support/growth/quadratic-child.ts')).map((line) => line.split(' with ')[0]);
    deepStrictEqual(names, [
      'a loop in a loop',
      'a search in a list',
      'a list that is copied',
      'a search in a text',
      'a search by a regular expression',
    ]);
  });

  it('is measured for every function that a face offers', async () => {
    const covered = new Set([...GROWTH_CASES.flatMap(({ calls }) => [...calls.keys()]), ...NO_CASE.keys()]);
    const offered: string[] = [];
    for (const file of sourceFiles().filter((one) => /^core\/[^/]+\/index\.ts$/.test(one))) {
      const face = (await import(`../src/${file}`)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(face)) {
        if (typeof value === 'function') offered.push(`${file.split('/')[1] ?? ''}.${name}`);
      }
    }
    deepStrictEqual(
      offered.filter((name) => !covered.has(name)),
      [],
      'these are neither among the cases nor among the exceptions of test/support/growth',
    );
    deepStrictEqual(
      [...NO_CASE.keys()].filter((name) => !offered.includes(name)),
      [],
      'these exceptions are offered no more',
    );
    ok(offered.length > 100);
  });
});
