import { ok } from 'node:assert';
import type { Trial } from './trial';

/**
 * Runs a share of a trial as a test: each of its goals must be reached. The environment variable TRIALS multiplies the share.
 *
 * @param count how many cases `npm test` has time for
 * @param seconds how long they may take on a busy machine
 */
export function testShare(trial: Trial, count: number, seconds = 60): void {
  it(`${trial.name}: a share of the trial`, async function () {
    this.timeout(1000 * seconds);
    const factor = Number(process.env.TRIALS ?? 1);
    for (const { what, goal, measured, reached } of await trial.run(Math.max(1, Math.round(count * factor)), 1)) {
      ok(reached, `${what}: ${measured}, wanted ${goal}`);
    }
  });
}
