import { spawnSync } from 'node:child_process';

/** The words of a text, without its signs: what two readers of one page must agree on. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The words that pandoc reads in a page; null where it is not installed. */
export function wordsByPandoc(html: string): string[] | null {
  const args = ['-f', 'html', '-t', 'plain', '--wrap=none'];
  const { status, stdout } = spawnSync('pandoc', args, { input: html, encoding: 'utf8', maxBuffer: 100_000_000 });
  return status === 0 ? wordsOf(stdout) : null;
}

/** Skips a test, with a word, where a program is not installed. */
export function needs(program: string, test: (this: Mocha.Context) => unknown) {
  return function (this: Mocha.Context): unknown {
    if (spawnSync(program, ['--version']).status === 0) return test.call(this);
    if (this.test) this.test.title += ` [${program} is not installed]`;
    return this.skip();
  };
}
