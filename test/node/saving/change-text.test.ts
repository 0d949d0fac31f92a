import { deepStrictEqual, rejects, strictEqual } from 'node:assert';
import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { changeText } from '../../../src/node/saving/change-text';
import { scratchFolder, write } from '../../desktop/scratch';

describe('changeText', () => {
  const name = 'harbour.txt.gloss.yaml';

  it('creates a file, changes it, leaves it, and says what it found and wrote', async () => {
    const folder = scratchFolder();
    const path = join(folder, name);
    deepStrictEqual(await changeText(path, folder, () => 'one\n'), { before: null, after: 'one\n' });
    deepStrictEqual(await changeText(path, folder, (now) => `${now}two\n`), { before: 'one\n', after: 'one\ntwo\n' });
    deepStrictEqual(await changeText(path, folder, (now) => now), { before: 'one\ntwo\n', after: 'one\ntwo\n' });
    strictEqual(await changeText(path, folder, () => null), null);
    deepStrictEqual([readdirSync(folder), readFileSync(path, 'utf8')], [[name], 'one\ntwo\n']);
  });

  it('keeps a byte order mark, and does not show it', async () => {
    const folder = scratchFolder();
    write(folder, { [name]: '\ufeffone\n' });
    deepStrictEqual(await changeText(join(folder, name), folder, () => 'two\n'), { before: 'one\n', after: 'two\n' });
    strictEqual(readFileSync(join(folder, name), 'utf8'), '\ufefftwo\n');
  });

  it('refuses what is no text, and what lies outside', async () => {
    const [folder, outside] = [scratchFolder(), scratchFolder()];
    const bytes = Buffer.from([0x61, 0xff, 0xfe]);
    writeFileSync(join(folder, name), bytes);
    await rejects(
      changeText(join(folder, name), folder, () => 'new'),
      { code: 'EILSEQ' },
    );
    deepStrictEqual(readFileSync(join(folder, name)), bytes);
    write(outside, { [name]: 'theirs' });
    rmSync(join(folder, name));
    await rejects(
      changeText(join(outside, name), folder, () => 'new'),
      { code: 'ELOOP' },
    );
    deepStrictEqual([readdirSync(folder), readdirSync(outside)], [[], [name]]);
  });

  it('C6: changes nothing through a link, and names the file', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = scratchFolder();
    write(folder, { 'real/a.gloss.yaml': 'old' });
    symlinkSync(join('real', 'a.gloss.yaml'), join(folder, name));
    let asked = false;
    const path = join(folder, name);
    const change = () => ((asked = true), 'new');
    await rejects(changeText(path, folder, change), { code: 'ELOOP', file: path, message: /^It is a link/ });
    deepStrictEqual([asked, readdirSync(join(folder, 'real'))], [false, ['a.gloss.yaml']]);
    strictEqual(readFileSync(join(folder, 'real/a.gloss.yaml'), 'utf8'), 'old');
  });

  it('tells where a file is no text', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, name), Buffer.from('one\ntwo \xe9', 'latin1'));
    await rejects(
      changeText(join(folder, name), folder, () => 'new'),
      { code: 'EILSEQ', message: 'It is not UTF-8 text: the byte E9 at 8, in line 2' },
    );
  });

  it('C3: reads no file over the limit', async () => {
    const folder = scratchFolder();
    write(folder, { [name]: '' });
    truncateSync(join(folder, name), 3_000_000_000);
    await rejects(
      changeText(join(folder, name), folder, () => 'new'),
      { code: 'E2BIG', message: 'It is too large: 3000 MB; at most 50 MB are read' },
    );
    deepStrictEqual(readdirSync(folder), [name]);
  });

  it('C7: loses none of many changes at once', async () => {
    const folder = scratchFolder();
    const path = join(folder, name);
    const add = (n: number) => changeText(path, folder, (now) => `${now ?? ''}${n}\n`);
    await Promise.all(Array.from({ length: 40 }, (_, n) => add(n)));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map(Number);
    deepStrictEqual(
      lines.sort((a, b) => a - b),
      Array.from({ length: 40 }, (_, n) => n),
    );
    deepStrictEqual(readdirSync(folder), [name]);
  });

  it('C9: asks again when a program without our locks writes in between', async () => {
    const folder = scratchFolder();
    const path = join(folder, name);
    write(folder, { [name]: 'one\n' });
    const seen: (string | null)[] = [];
    const changed = await changeText(path, folder, (now) => {
      seen.push(now);
      if (seen.length === 1) writeFileSync(path, 'by hand\n');
      return `${now}ours\n`;
    });
    deepStrictEqual(seen, ['one\n', 'by hand\n']);
    deepStrictEqual(changed, { before: 'by hand\n', after: 'by hand\nours\n' });
    strictEqual(readFileSync(path, 'utf8'), 'by hand\nours\n');
  });

  it('C9: gives up, and says so, when that never ends', async () => {
    const folder = scratchFolder();
    const path = join(folder, name);
    let n = 0;
    await rejects(
      changeText(path, folder, () => {
        writeFileSync(path, `by hand ${n++}\n`);
        return 'ours\n';
      }),
      { code: 'EBUSY' },
    );
    deepStrictEqual([readFileSync(path, 'utf8'), readdirSync(folder)], [`by hand ${n - 1}\n`, [name]]);
  });

  it('C17: goes by what a file holds and not by its time', async () => {
    const folder = scratchFolder();
    const path = join(folder, name);
    write(folder, { [name]: 'one\n' });
    const { atime, mtime } = statSync(path);
    const seen: (string | null)[] = [];
    await changeText(path, folder, (now) => {
      seen.push(now);
      if (seen.length > 1) return `${now}ours\n`;
      // As long as before, and at the same time as before.
      writeFileSync(path, 'two\n');
      utimesSync(path, atime, mtime);
      return 'ours\n';
    });
    deepStrictEqual(seen, ['one\n', 'two\n']);
    strictEqual(readFileSync(path, 'utf8'), 'two\nours\n');
  });
});
