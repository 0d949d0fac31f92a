import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { createHost } from '../../../src/cli/files/host';
import { withFolder } from '../support/folder';

const FILES = {
  'secret.txt': 'secret',
  'root-not/secret.txt': 'secret',
  'root/a.txt': 'mine',
  'root/b/c.txt': 'mine',
  'root/b/.hidden/d.txt': 'mine',
  'root/.git/e.txt': 'mine',
  'root/node_modules/f.txt': 'mine',
  'root/out.txt': { link: '../secret.txt' },
  'root/lost.txt': { link: 'nowhere.txt' },
  'root/b/in.txt': { link: '../a.txt' },
  'root/b/circle': { link: '..' },
  'root/elsewhere': { link: '../root-not' },
};

describe('the host of a folder', () => {
  it('E1: lists what globs name, and nothing through links that leave it', () =>
    withFolder(FILES, async (folder) => {
      const host = createHost(join(folder, 'root'));
      assert.deepEqual(await host.list(['**/*.txt', '*.txt']), ['a.txt', 'b/c.txt', 'b/in.txt']);
      assert.deepEqual(await host.list(['./b/*.txt']), ['b/c.txt', 'b/in.txt']);
      assert.deepEqual(await host.list(['b/c.txt', './a.txt', 'out.txt', 'lost.txt', 'b']), ['a.txt', 'b/c.txt']);
      assert.deepEqual(await host.list(['../**', '../*.txt', '/**', 'elsewhere/*', 'nowhere/*', '']), []);
    }));

  it('E1: reads what lies in it and nothing else', () =>
    withFolder(FILES, async (folder) => {
      const host = createHost(join(folder, 'root'));
      const read = async (path: string) => {
        const bytes = await host.read(path);
        return bytes && Buffer.from(bytes).toString();
      };
      for (const path of ['a.txt', 'b/in.txt', 'b/../a.txt', './a.txt']) assert.equal(await read(path), 'mine');
      const outside = [
        '../secret.txt',
        'b/../../secret.txt',
        join(folder, 'secret.txt'),
        'out.txt',
        'elsewhere/secret.txt',
      ];
      const odd = [
        '../root-not/secret.txt',
        'a.txt\0',
        '\0',
        '',
        '.',
        'b',
        'lost.txt',
        'file:///etc/hosts',
        '\\\\host\\share',
      ];
      for (const path of [...outside, ...odd]) assert.equal(await read(path), null, path);
      const part = fc.constantFrom(
        '..',
        '.',
        'b',
        'a.txt',
        'secret.txt',
        'out.txt',
        'elsewhere',
        'root-not',
        '',
        'circle',
      );
      const paths = fc.array(part, { maxLength: 8 }).map((parts) => parts.join('/'));
      await fc.assert(fc.asyncProperty(paths, async (path) => assert.notEqual(await read(path), 'secret')));
    }));

  it('does not wait for a pipe', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder(FILES, async (folder) => {
      execFileSync('mkfifo', [join(folder, 'root/pipe.txt')]);
      const host = createHost(join(folder, 'root'));
      assert.equal(await host.read('pipe.txt'), null);
      assert.deepEqual(await host.list(['p*.txt', 'pipe.txt']), []);
    });
  });
});
