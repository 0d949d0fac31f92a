import assert from 'node:assert/strict';
import { createHost } from '../../../src/cli/files/host';
import { OpenArchive } from '../../../src/core/archive';
import { checkArchive } from '../../../src/core/check';
import { hasMergeDriver } from '../../../src/node/git/merge-driver';
import { setUpMerging } from '../../../src/node/git/set-up-merging';
import { Repository } from '../../git/support/repository';
import { describeSlow } from '../../support/trials';

const RUNTIME = { program: '/opt/an editor/code', bundle: '/opt/x/dist/cli.cjs', electron: true };

describeSlow('setting up git merging', () => {
  let repository: Repository;
  beforeEach(() => {
    repository = Repository.create(null);
    repository.write('.gitattributes', '');
    repository.write('postgloss.yaml', 'postgloss: 1\narchives:\n  - files: "*.txt"\n');
    repository.write('a.txt', 'A word.\n');
    repository.write('a.txt.gloss.yaml', 'postgloss: 1\nannotations:\n  - id: aaaa\n    quote: word\n    note: x\n');
    repository.commit('start');
  });
  afterEach(() => repository.dispose());

  async function problems(): Promise<string[]> {
    const archive = new OpenArchive(createHost(repository.folder));
    await archive.open();
    const found = checkArchive(archive).map(({ path, severity, code, message }) => {
      return `${path} ${severity} ${code} ${message}`;
    });
    archive.dispose();
    return found;
  }

  it('D7: is asked for by check as long as the repository does not say how, and then the clone', async () => {
    const [first, ...others] = await problems();
    assert.match(first ?? '', /^postgloss\.yaml info no-merge-driver .*line by line.*Set Up Git Merging/);
    assert.deepEqual(others, []);
    repository.write('.gitattributes', '*.gloss.yaml merge=postgloss\n');
    assert.match((await problems()).join(), /^\.gitattributes info no-merge-driver This clone does not know/);
    repository.git('config', 'merge.postgloss.driver', 'true');
    assert.deepEqual(await problems(), []);
  });

  it('is not asked for where nothing is annotated, nor beside merge=union, which is worse', async () => {
    repository.write('.gitattributes', '*.gloss.yaml merge=union\n');
    assert.match((await problems()).join(), /^\.gitattributes error union-merge [^,]*$/);
    repository.write('.gitattributes', '');
    repository.git('rm', '-q', 'a.txt.gloss.yaml');
    assert.deepEqual(await problems(), []);
  });

  it('writes the lines and the settings, and runs an editor as Node', async () => {
    assert.equal(await hasMergeDriver(repository.folder), false);
    const steps = await setUpMerging(repository.folder, RUNTIME);
    assert.deepEqual(
      steps.map(({ what, state }) => `${what} ${state}`),
      ['.gitattributes written', 'merge.postgloss.name written', 'merge.postgloss.driver written'],
    );
    assert.match(repository.git('config', '--get', 'merge.postgloss.driver'), /ELECTRON_RUN_AS_NODE=1 "\$n"/);
    assert.equal(await hasMergeDriver(repository.folder), true);
    assert.deepEqual(await problems(), []);
    const again = await setUpMerging(repository.folder, RUNTIME);
    assert.ok(again.every(({ state }) => state === 'unchanged'));
  });

  it('writes nothing outside of a repository', async () => {
    assert.equal(await hasMergeDriver('/'), null);
    await assert.rejects(setUpMerging('/', RUNTIME), { name: 'GitRefusal', message: /is in no git repository/ });
  });
});
