import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Repository } from '../git/support/repository';
import { describeSlow } from '../support/trials';
import { GIT_CASES } from './cases/in-git';
import { buildBundle, callBundle, callHere, type Bundle } from './support/call';
import { commit, NEW, NOBODY, OLD, sidecar, tell, WAKES } from './support/story';

// eslint-disable-next-line no-control-regex -- what may be in no output is what this looks for
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/;

describeSlow('postgloss in a git repository', () => {
  let bundle: Bundle;
  let repository: Repository;
  before(async () => {
    bundle = await buildBundle();
    repository = tell();
  });
  after(async () => {
    repository.dispose();
    await bundle.dispose();
  });

  for (const { name, argv, cwd = '', code = 0, stdout = '', stderr = '' } of GIT_CASES) {
    it(`${argv[0] ?? ''} ${name}`, async () => {
      const folder = join(repository.folder, cwd);
      const here = await callHere(argv, folder);
      assert.equal(here.code, code, here.stdout + here.stderr);
      for (const [text, expected] of [
        [here.stdout, stdout],
        [here.stderr, stderr],
      ] as const) {
        if (typeof expected === 'string') assert.equal(text, expected);
        else assert.match(text, expected);
      }
      assert.doesNotMatch(here.stdout + here.stderr, HIDDEN);
      assert.deepEqual(await callBundle(bundle, argv, folder), here, 'the bundle does the same');
    });
  }

  it('leaves the repository as it was', () => {
    assert.equal(repository.git('status', '--porcelain'), ' M postgloss.yaml\n?? archives/tower.txt.gloss.yaml\n');
  });
});

describeSlow('postgloss history over merges', () => {
  it('tells each side’s part once, and follows an annotation into another file', async () => {
    const repository = Repository.create(null);
    try {
      repository.write(OLD, sidecar(WAKES, NOBODY));
      commit(repository, 'Jo', '2026-01-01T10:00:00Z', 'one');
      repository.git('checkout', '-q', '-b', 'side');
      repository.write(OLD, sidecar(WAKES.replace('    by', '    entity: norvik\n    by'), NOBODY));
      commit(repository, 'Ann', '2026-01-02T10:00:00Z', 'two');
      repository.git('checkout', '-q', 'main');
      repository.write(OLD, sidecar(WAKES, NOBODY.replace('claim', 'rumour')));
      commit(repository, 'Jo', '2026-01-03T10:00:00Z', 'three');
      repository.git('merge', '-q', '--no-edit', 'side');
      repository.write(OLD, sidecar(NOBODY.replace('claim', 'rumour')));
      repository.write(NEW, sidecar(WAKES.replace('    by', '    entity: norvik\n    by')));
      commit(repository, 'Mia', '2026-01-04T10:00:00Z', 'four');
      const { code, stdout } = await callHere(['history', 'aaaa1111', '--json'], repository.folder);
      assert.equal(code, 0);
      const rows = JSON.parse(stdout) as { subject: string; change: string; author: string; file: string }[];
      assert.deepEqual(
        rows.map(({ subject, change, author, file }) => [subject, change, author, file]),
        [
          ['four', 'moved', 'Mia', NEW],
          ['two', 'changed', 'Ann', OLD],
          ['one', 'added', 'Jo', OLD],
        ],
      );
    } finally {
      repository.dispose();
    }
  });
});
