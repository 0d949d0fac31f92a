import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callHere } from './support/call';
import { withFolder } from './support/folder';

const TABLE =
  'id,date,source,title,text\n1,2016-05-04,Coastal Review,Harbour,One\n2,2016-05-05,Coastal Review,Mole,Two\n';
const HARBOUR = '2016/2016-05-04-harbour.md';
const MOLE = '2016/2016-05-05-mole.md';

interface Report {
  readonly [key: string]: unknown;
  readonly problems: readonly string[];
}

async function bringIn(folder: string, ...words: string[]) {
  const { code, stdout, stderr } = await callHere(['import-archive', ...words, '--to', 'out', '--json'], folder);
  return { code, stderr, report: JSON.parse(stdout || '{}') as Report };
}

const files = async (folder: string) =>
  (await readdir(join(folder, 'out'), { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();

describe('postgloss import-archive', () => {
  it('writes one file a post, and touches none of them the second time', () =>
    withFolder({ 'a.csv': TABLE }, async (folder) => {
      const first = await bringIn(folder, 'a.csv');
      assert.deepEqual([first.code, first.report.read, first.report.written], [0, 2, 2]);
      assert.deepEqual(await files(folder), [HARBOUR, MOLE]);
      const second = await bringIn(folder, 'a.csv');
      assert.deepEqual([second.code, second.report.written, second.report.unchanged], [0, 0, 2]);
    }));

  it('writes a post anew that has changed in its source, under the name that it has', () =>
    withFolder({ 'a.csv': TABLE }, async (folder) => {
      await bringIn(folder, 'a.csv');
      await writeFile(join(folder, 'a.csv'), TABLE.replace('Mole,Two', 'The mole,Two and a half'));
      const { code, report } = await bringIn(folder, 'a.csv');
      assert.deepEqual([code, report.written, report.changed, report.unchanged], [0, 1, 1, 1]);
      assert.match(await readFile(join(folder, 'out', MOLE), 'utf8'), /title: The mole\n[^]*\nTwo and a half\n$/);
      assert.deepEqual(await files(folder), [HARBOUR, MOLE]);
    }));

  it('never writes over what a person has edited, and says so', () =>
    withFolder({ 'a.csv': TABLE }, async (folder) => {
      await bringIn(folder, 'a.csv');
      const path = join(folder, 'out', MOLE);
      const edited = (await readFile(path, 'utf8')).replace('Two', 'Too');
      await writeFile(path, edited);
      const same = await bringIn(folder, 'a.csv');
      assert.deepEqual([same.code, same.report.unchanged], [0, 2]);
      await writeFile(join(folder, 'a.csv'), TABLE.replace('Two', 'Three'));
      const { code, report } = await bringIn(folder, 'a.csv');
      assert.deepEqual([code, report.written, report.edited], [1, 0, [MOLE]]);
      assert.equal(await readFile(path, 'utf8'), edited);
    }));

  it('names the files whose posts the source has no more, and keeps them', () =>
    withFolder({ 'a.csv': TABLE }, async (folder) => {
      await bringIn(folder, 'a.csv');
      await writeFile(join(folder, 'a.csv'), TABLE.replace(/2,.*\n$/, ''));
      const { code, report } = await bringIn(folder, 'a.csv');
      assert.deepEqual([code, report.gone], [0, [MOLE]]);
      assert.deepEqual(await files(folder), [HARBOUR, MOLE]);
    }));

  it('writes nothing on a dry run, not even the folder', () =>
    withFolder({ 'a.csv': TABLE }, async (folder) => {
      const { report } = await bringIn(folder, 'a.csv', '--dry-run');
      assert.equal(report.written, 2);
      assert.deepEqual(await readdir(folder), ['a.csv']);
    }));

  it('reads whole folders, without what it writes itself', () =>
    withFolder({ 'in/b.csv': TABLE, 'in/readme.pdf': '%PDF', 'in/.hidden.csv': TABLE }, async (folder) => {
      const call = ['import-archive', 'in', '--to', 'in/out', '--json'];
      const first = JSON.parse((await callHere(call, folder)).stdout) as Report;
      assert.deepEqual([first.read, first.written, first.problems], [2, 2, []]);
      assert.deepEqual(first.notes, [{ what: 'A file has no format that can be brought in', count: 1 }]);
      assert.equal((JSON.parse((await callHere(call, folder)).stdout) as Report).read, 2);
    }));

  it('writes through no link and over no file of others', () =>
    withFolder({ 'a.csv': TABLE, 'elsewhere/x': '', [`out/${HARBOUR}`]: 'Mine.\n' }, async (folder) => {
      await rm(join(folder, 'out', '2016'), { recursive: true });
      await symlink(join(folder, 'elsewhere'), join(folder, 'out', '2016'));
      const { code, report } = await bringIn(folder, 'a.csv');
      assert.deepEqual([code, report.written, report.problems.length], [1, 0, 2]);
      assert.deepEqual(await readdir(join(folder, 'elsewhere')), ['x']);
      await rm(join(folder, 'out', '2016'));
      await mkdir(join(folder, 'out', '2016'));
      await writeFile(join(folder, 'out', HARBOUR), 'Mine.\n');
      assert.equal((await bringIn(folder, 'a.csv')).report.written, 2);
      assert.deepEqual(await files(folder), ['2016/2016-05-04-harbour-2.md', HARBOUR, MOLE]);
      assert.equal(await readFile(join(folder, 'out', HARBOUR), 'utf8'), 'Mine.\n');
    }));

  it('tells people what it did', () =>
    withFolder({ 'a.csv': TABLE, 'b.bin': 'x' }, async (folder) => {
      const { code, stdout } = await callHere(['import-archive', 'a.csv', 'b.bin', '--to', 'out'], folder);
      assert.equal(code, 1);
      assert.equal(
        stdout,
        'Read 2; wrote 2; unchanged 0.\n“b.bin” has no format that can be brought in, or none that its name and its beginning tell.\n',
      );
    }));

  it('asks for a file, a folder and a format that it knows', () =>
    withFolder({ 'a.csv': TABLE, 'out.txt': '' }, async (folder) => {
      for (const [words, message] of [
        [['--to', 'out'], /No FILE is given/],
        [['a.csv'], /Add --to DIR/],
        [['a.csv', '--to', 'out.txt'], /“out.txt” is no folder/],
        [['b.csv', '--to', 'out'], /“b.csv”: There is no such file or folder/],
        [['a.csv', '--to', 'out', '--format', 'pdf'], /“pdf” is no format of archives/],
      ] as const) {
        const { code, stderr } = await callHere(['import-archive', ...words], folder);
        assert.equal(code, 2, stderr);
        assert.match(stderr, message);
      }
    }));
});
