// Tells core tests as mocha's own reporter does, and leaves their outcome in a file, in the form that the editor tests use.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class CoreReporter extends Mocha.reporters.Spec {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    /** @type {import('../editor/support/reporter').Outcome} */
    const outcome = { tests: [] };
    const note = (/** @type {'passed' | 'failed' | 'skipped'} */ state) => (/** @type {Mocha.Runnable} */ test) =>
      outcome.tests.push({ title: test.fullTitle(), state });
    runner.on('pass', note('passed')).on('pending', note('skipped')).on('fail', note('failed'));
    runner.once('end', () => writeFileSync(options.reporterOptions.outcome, JSON.stringify(outcome)));
  }
}
