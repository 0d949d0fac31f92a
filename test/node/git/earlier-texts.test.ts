import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributesFiles } from '../../../src/node/git/attributes-files';
import { earlierTexts, readLog } from '../../../src/node/git/earlier-texts';
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

async function contents(path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const bytes of earlierTexts(path)) found.push(Buffer.from(bytes).toString());
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
    assert.deepEqual(await contents(join(folder, 'z.txt')), [`${lines}More.\n`, `${lines}More.\n`, lines]);
  });

  it('gives none outside of a repository, for a file that git does not know, and for names that look like options', async () => {
    const outside = scratchFolder();
    writeFileSync(join(outside, 'x.txt'), 'x');
    assert.deepEqual(await contents(join(outside, 'x.txt')), []);
    const { folder, commit } = repository();
    writeFileSync(join(folder, 'y.txt'), 'y');
    commit('one');
    writeFileSync(join(folder, '--output=evil'), 'x');
    assert.deepEqual(await contents(join(folder, '--output=evil')), []);
    assert.deepEqual(await contents(join(folder, 'gone.txt')), []);
  });

  it('reads nothing but commits and names out of a log', () => {
    const hash = 'a'.repeat(40);
    assert.deepEqual(readLog(`\0\0${hash}\0\nx y.txt\0\0\0${hash}\0\nb\0`), [
      { commit: hash, name: 'x y.txt' },
      { commit: hash, name: 'b' },
    ]);
    assert.deepEqual(readLog('fatal: no such thing'), []);
    assert.deepEqual(readLog(''), []);
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
