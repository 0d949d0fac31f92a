import Mocha from 'mocha';

/** What became of one test. */
export interface TestOutcome {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  error?: string;
}

/** What became of a run. */
export interface Outcome {
  tests: TestOutcome[];
}

/** Marks the lines that are meant for the person who runs the tests, among all else that VS Code writes to its console. */
const mark = '[editor-test] ';

/** Tells the progress on the console and collects the outcome. mocha's own reporters want a terminal or a page. */
export class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { outcome } = options.reporterOptions as { outcome: Outcome };
    let depth = 0;
    const say = (text: string) => console.log(mark + '  '.repeat(depth) + text);
    const note = (test: Mocha.Runnable, state: TestOutcome['state'], error?: string) =>
      outcome.tests.push({ title: test.fullTitle(), state, ...(error === undefined ? {} : { error }) });
    runner.on('suite', (suite) => {
      if (suite.root) return;
      say(suite.title);
      depth += 1;
    });
    runner.on('suite end', (suite) => {
      if (!suite.root) depth -= 1;
    });
    runner.on('pass', (test) => {
      note(test, 'passed');
      say(`✔ ${test.title} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      note(test, 'skipped');
      say(`- ${test.title}`);
    });
    runner.on('fail', (test, error: unknown) => {
      note(test, 'failed', describeError(error));
      say(`✘ ${test.title}`);
    });
  }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The stack of V8 starts with the message, but not once mocha has worked on the error.
  const stack = error.stack ?? '';
  const text = stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  if (actual === undefined && expected === undefined) return text;
  // mocha has made them text already, so that they can be compared line by line.
  return `${text}\n  expected: ${String(expected)}\n  actual:   ${String(actual)}`;
}
