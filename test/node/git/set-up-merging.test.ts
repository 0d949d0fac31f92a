import assert from 'node:assert/strict';
import { createHost } from '../../../src/cli/files/host';
import { OpenArchive } from '../../../src/core/archive';
import { checkArchive } from '../../../src/core/check';
import fc from 'fast-check';
import { driverLine, filesOfDriver } from '../../../src/node/git/driver-line';
import { hasMergeDriver } from '../../../src/node/git/merge-driver';
import { keepMergeDriver, setUpMerging } from '../../../src/node/git/set-up-merging';
import { Repository } from '../../git/support/repository';
import { describeSlow } from '../../support/trials';

/** Files that are there stand for the editor and the command line. */
const RUNTIME = { program: process.execPath, bundle: __filename, electron: true };

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

  it('takes over where the program that it was set up with has gone, as after an update of the extension', async () => {
    const driver = () => filesOfDriver(repository.git('config', '--get', 'merge.postgloss.driver'));
    const gone = '/opt/an editor/postgloss-0.0.9/cli.cjs';
    for (const before of [
      { ...RUNTIME, bundle: gone },
      { ...RUNTIME, program: gone },
    ]) {
      await setUpMerging(repository.folder, before);
      assert.equal(await hasMergeDriver(repository.folder), false);
      assert.match((await problems()).join(), /^\.gitattributes info no-merge-driver .*or it is gone/);
      assert.equal(await keepMergeDriver(repository.folder, RUNTIME), true);
      assert.deepEqual(driver(), { program: RUNTIME.program, bundle: RUNTIME.bundle });
      assert.deepEqual(await problems(), []);
    }
  });

  it('leaves a program that is there, one of somebody else, and a clone that nobody has set up', async () => {
    const other = { ...RUNTIME, electron: false, bundle: process.execPath };
    assert.equal(await keepMergeDriver(repository.folder, RUNTIME), false);
    assert.equal(await hasMergeDriver(repository.folder), false);
    for (const line of [driverLine(other), 'our-own-program %O %A %B']) {
      repository.git('config', 'merge.postgloss.driver', line);
      assert.equal(await keepMergeDriver(repository.folder, RUNTIME), true);
      assert.equal(repository.git('config', '--get', 'merge.postgloss.driver').trimEnd(), line);
    }
  });

  it('knows its files again in the line, whatever they are called', () =>
    fc.assert(
      fc.property(path(), path(), fc.boolean(), (program, bundle, electron) => {
        assert.deepEqual(filesOfDriver(driverLine({ program, bundle, electron })), { program, bundle });
      }),
    ));

  it('writes nothing outside of a repository', async () => {
    assert.equal(await hasMergeDriver('/'), null);
    await assert.rejects(setUpMerging('/', RUNTIME), { name: 'GitRefusal', message: /is in no git repository/ });
  });
});

/** Paths with what means something to a shell and to git. */
const path = () =>
  fc
    .array(fc.constantFrom("'", '%', '%%', ';', ' ', '; c=', "'; c='", '"', '$', 'a', '/', 'é'))
    .map((parts) => `/${parts.join('')}`);
