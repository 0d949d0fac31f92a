import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describeSlow, factor } from '../support/trials';
import { CASES } from './cases';
import type { Case } from './support/case';
import { buildBundle, callBundle, callHere, type Bundle, type Outcome } from './support/call';
import { withFolder } from './support/folder';

describe('postgloss', () => {
  for (const example of CASES) {
    const { name, files, argv, cwd = '' } = example;
    it(name, () =>
      withFolder(files, async (folder) => assertOutcome(await callHere(argv, join(folder, cwd)), example)),
    );
  }
});

describeSlow('the bundle of postgloss does the same', () => {
  let bundle: Bundle;
  before(async () => {
    bundle = await buildBundle();
  });
  after(() => bundle.dispose());

  for (const { name, files, argv, cwd = '' } of factor > 1 ? CASES : someOfEachCommand()) {
    it(name, () =>
      withFolder(files, async (folder) => {
        const here = await callHere(argv, join(folder, cwd));
        assert.deepEqual(await callBundle(bundle, argv, join(folder, cwd)), here);
      }),
    );
  }
});

/** Three cases of each command: a process takes long to start, and it runs the code that all cases above run. */
function someOfEachCommand(): readonly Case[] {
  const taken = new Map<string, number>();
  return CASES.filter(({ argv: [command = ''] }) => {
    const count = (taken.get(command) ?? 0) + 1;
    taken.set(command, count);
    return count <= 3;
  });
}

function assertOutcome(outcome: Outcome, { code = 0, stdout = '', stderr = '', json }: Case): void {
  const told = `${outcome.stdout}${outcome.stderr}`;
  assert.equal(outcome.code, code, told);
  if (json === undefined) assertText(outcome.stdout, stdout);
  else assert.deepEqual(JSON.parse(outcome.stdout), json);
  assertText(outcome.stderr, stderr);
  // Whatever files say and are called, nothing may move the cursor, change colours or turn the order of letters around.
  assert.doesNotMatch(told, HIDDEN);
  if (code === 2) assert.match(outcome.stderr, /^[^\n]+\n$/, 'wrong usage is told in one line');
}

function assertText(text: string, expected: string | RegExp): void {
  if (typeof expected === 'string') assert.equal(text, expected);
  else assert.match(text, expected);
}

// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
