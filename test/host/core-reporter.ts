// Tells core tests as mocha's own reporter does, and leaves their outcome in a file, in the form that the editor tests use.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import Mocha from 'mocha';
import type { Outcome, TestOutcome } from '../editor/support/reporter';
import { factor, isQuick, LEFT_OUT } from '../support/trials';

export default class CoreReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { outcome: path } = options.reporterOptions as { outcome: string };
    const outcome: Outcome = { tests: [] };
    const filesLeftOut = new Set<string>();
    const note = (state: TestOutcome['state']) => (test: Mocha.Runnable) => {
      outcome.tests.push({ title: test.fullTitle(), state, ...(state === 'failed' && { error: 'See above.' }) });
      if (test.title.endsWith(LEFT_OUT)) filesLeftOut.add(relative('test', test.file ?? '').replace(/\.test\.ts$/, ''));
    };
    runner.on('pass', note('passed')).on('pending', note('skipped')).on('fail', note('failed'));
    runner.once('end', () => {
      writeFileSync(path, JSON.stringify(outcome));
      // One line, so that nobody takes a quick run for all there is.
      const slow = [...filesLeftOut].sort().join(', ');
      const left = slow && ` Left to \`npm test\`: slow tests of ${slow}.`;
      if (isQuick) console.log(`Quick run: ${factor} of the random cases.${left}`);
    });
  }
}
