import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributesFiles } from '../../../src/node/git/attributes-files';
import { EarlierTexts, readLog } from '../../../src/node/git/earlier-texts';
import { scratchFolder } from '../../desktop/scratch';
import { describeSlow } from '../../support/trials';

function repository() {
  const folder = scratchFolder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Jo', '-c', 'user.email=jo@example.org', ...args], { cwd: folder });
  git('init', '-q');
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  return { folder, git, commit };
}

async function contents(folder: string, path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { bytes } of new EarlierTexts().of(folder, path)) found.push(Buffer.from(bytes).toString());
  return found;
}

describeSlow('earlier contents from git', () => {
  it('gives those of each commit, newest first, also under a former name', async () => {
    const { folder, git, commit } = repository();
    mkdirSync(join(folder, 'a b'));
    const lines = Array.from({ length: 20 }, (_, i) => `Line ${i}.\n`).join('');
    writeFileSync(join(folder, 'a b', '-x ü.txt'), lines);
    commit('one');
    writeFileSync(join(folder, 'a b', '-x ü.txt'), `${lines}More.\n`);
    commit('two\n\nwith a body');
    git('mv', 'a b/-x ü.txt', 'z.txt');
    commit('three');
    writeFileSync(join(folder, 'z.txt'), 'not committed');
    assert.deepEqual(await contents(folder, join(folder, 'z.txt')), [`${lines}More.\n`, lines]);
  });

  it('gives none outside of a repository, for a file that git does not know, and for names that look like options', async () => {
    const outside = scratchFolder();
    writeFileSync(join(outside, 'x.txt'), 'x');
    assert.deepEqual(await contents(outside, join(outside, 'x.txt')), []);
    const { folder, commit } = repository();
    writeFileSync(join(folder, 'y.txt'), 'y');
    commit('one');
    writeFileSync(join(folder, '--output=evil'), 'x');
    assert.deepEqual(await contents(folder, join(folder, '--output=evil')), []);
    assert.deepEqual(await contents(folder, join(folder, 'gone.txt')), []);
  });

  it('leaves out the content that the file has now, and forgets what was put back', async () => {
    const { folder, commit } = repository();
    for (const text of ['one', 'two', 'one', 'three']) {
      writeFileSync(join(folder, 'y.txt'), text);
      commit(text);
    }
    assert.deepEqual(await contents(folder, join(folder, 'y.txt')), ['one', 'two', 'one']);
  });

  it('gives the sidecar of the time in which a content was replaced, and the last one', async () => {
    const { folder, commit } = repository();
    const write = (text: string, sidecar: string | null) => {
      writeFileSync(join(folder, 'y.txt'), text);
      if (sidecar !== null) writeFileSync(join(folder, 'y.txt.gloss.yaml'), sidecar);
      commit(text);
    };
    write('one', null);
    write('one', '# on one');
    write('two', '# on one');
    write('two', '# on two');
    writeFileSync(join(folder, 'y.txt'), 'three');
    const found: unknown[] = [];
    for await (const { bytes, sidecars } of new EarlierTexts().of(folder, join(folder, 'y.txt'))) {
      const { then, last } = (await sidecars?.()) ?? { then: null, last: null };
      found.push([bytes, then, last].map((one) => one && Buffer.from(one).toString()));
    }
    assert.deepEqual(found, [
      ['two', '# on two', '# on two'],
      ['one', '# on one', '# on two'],
    ]);
  });

  it('reads nothing but names and contents out of a log', () => {
    const [commit, a, b] = ['c', 'a', 'b'].map((digit) => digit.repeat(40));
    const log = `\0\0${commit}\0\n:100644 100644 ${a} ${b} M\0x y.txt\0\0\0${commit}\0\n:100644 100644 ${a} ${a} R090\0b\0x y.txt\0`;
    assert.deepEqual(readLog(log).get('x y.txt'), [
      { commit: 0, id: b, from: null },
      { commit: 1, id: a, from: 'b' },
    ]);
    assert.deepEqual([...readLog('fatal: no such thing'), ...readLog('')], []);
  });
});

describe('git’s attributes on a disk', () => {
  it('reads those from the top of the repository down, and of folders that are named', async () => {
    const { folder } = repository();
    mkdirSync(join(folder, 'root', 'archives'), { recursive: true });
    for (const at of ['', 'root', 'root/archives']) writeFileSync(join(folder, at, '.gitattributes'), `# ${at}\n`);
    const found = await attributesFiles(join(folder, 'root'), ['archives', 'none']);
    assert.deepEqual(
      found.map(({ path, text }) => [path, text]),
      [
        ['../.gitattributes', '# \n'],
        ['.gitattributes', '# root\n'],
        ['archives/.gitattributes', '# root/archives\n'],
      ],
    );
  });

  it('reads none outside of a repository', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, '.gitattributes'), '* merge=union\n');
    assert.deepEqual(await attributesFiles(folder, []), []);
  });
});
