import assert from 'node:assert/strict';
import { readdir, readFile, stat, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeByLines } from '../../src/node/git/merge-by-lines';
import { callHere } from './support/call';
import { withFolder } from './support/folder';

const record = (id: string, note: string) => `  - id: ${id}\n    quote: passage ${id}\n    note: ${note}\n`;
const file = (...records: readonly string[]) => `postgloss: 1\nannotations:\n${records.join('')}`;
const BASE = file(record('aaaa', 'one'), record('bbbb', 'two'));
const OURS = file(record('aaaa', 'ours'), record('bbbb', 'two'));
const THEIRS = file(record('aaaa', 'theirs'), record('bbbb', 'changed'));
const ARGV = ['merge', 'base', 'ours', 'theirs'];

async function merge(files: Readonly<Record<string, string | Buffer>>, argv: readonly string[] = ARGV) {
  return withFolder(files, async (folder) => {
    await chmod(join(folder, 'ours'), 0o640);
    const { code, stdout, stderr } = await callHere(argv, folder);
    const mode = (await stat(join(folder, 'ours'))).mode & 0o777;
    return {
      code,
      told: stdout + stderr,
      text: await readFile(join(folder, 'ours'), 'utf8'),
      mode,
      names: await readdir(folder),
    };
  });
}

describe('postgloss merge', () => {
  it('D3: leaves a conflict between markers around just its record, and merges the rest', async () => {
    const { code, told, text, mode, names } = await merge({ base: BASE, ours: OURS, theirs: THEIRS }, [
      ...ARGV,
      '--marker-size=8',
    ]);
    const expected = `<<<<<<<< ours\n${record('aaaa', 'ours')}========\n${record('aaaa', 'theirs')}>>>>>>>> theirs\n`;
    assert.equal(text, file(expected, record('bbbb', 'changed')));
    assert.equal(code, 1);
    assert.equal(
      told,
      'postgloss: “ours”: 1 record needs a decision. Both versions are in the file, between markers.\n',
    );
    assert.equal(mode, 0o640);
    assert.deepEqual(names.sort(), ['base', 'ours', 'theirs']);
  });

  it('keeps a byte order mark, and knows a file without a base by its name', async () => {
    const ours = '\ufeffpostgloss: 1\n';
    const { code, text } = await merge({ base: '', ours, theirs: file(record('cccc', 'x')) });
    assert.equal(code, 0);
    assert.equal(text, `\ufeff${file(record('cccc', 'x'))}`);
  });

  for (const [name, theirs, why] of [
    ['bytes that are no text', Buffer.from([0x70, 0xff, 0x0a]), /not UTF-8/],
    ['NULs', 'a\0b\n', /Their version/],
    ['another kind of file', 'postgloss: 1\nentities:\n  - id: x\n', /different kinds/],
    ['mixed line ends', THEIRS.replace('\n', '\r\n'), /line ends differ/],
  ] as const) {
    it(`D5: merges by lines only where theirs has ${name}`, async () => {
      const { code, told, text } = await merge({ base: BASE, ours: OURS, theirs });
      assert.equal(code, 1);
      assert.match(told, /merged by lines only/);
      assert.match(told, why);
      assert.match(text, /^<{7} ours$/m);
      assert.ok(text.includes('note: ours'));
    });
  }
});

describe('mergeByLines', () => {
  const lines = async (ours: string, theirs: string) => {
    const missing = { base: '/nonexistent', ours: '/nonexistent', theirs: '/nonexistent' };
    const merged = await mergeByLines(
      '.',
      missing,
      { base: Buffer.from(''), ours: Buffer.from(ours), theirs: Buffer.from(theirs) },
      7,
    );
    return merged.toString();
  };

  it('does without git', async () => {
    assert.equal(await lines('a\nb\nc\n', 'a\nx\nc\n'), 'a\n<<<<<<< ours\nb\n=======\nx\n>>>>>>> theirs\nc\n');
    assert.equal(await lines('a\nb', 'a\nc'), 'a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n');
    assert.equal(await lines('same\n', 'same\n'), 'same\n');
    assert.equal(await lines('', 'x\r\n'), '<<<<<<< ours\r\n=======\r\nx\r\n>>>>>>> theirs\r\n');
  });
});
