import { ok } from 'node:assert';
import { itSlow, share } from '../support/trials';
import type { Trial } from './trial';

/**
 * Runs a share of a trial as a test: each of its goals must be reached.
 *
 * @param count how many cases `npm test` has time for
 * @param seconds how long they may take on a busy machine
 * @param isSlow whether quick runs leave it out, as one that starts processes and so takes long with any number of cases
 */
export function testShare(trial: Trial, count: number, { seconds = 60, isSlow = false } = {}): void {
  (isSlow ? itSlow : it)(`${trial.name}: a share of the trial`, async function () {
    this.timeout(1000 * seconds);
    for (const { what, goal, measured, reached } of await trial.run(share(count), 1)) {
      ok(reached, `${what}: ${measured}, wanted ${goal}`);
    }
  });
}
