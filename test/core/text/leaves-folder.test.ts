import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { leavesFolder } from '../../../src/core/text';

describe('leavesFolder', () => {
  it('E1: knows every spelling that leads out on some system', () => {
    const outside = [
      '..',
      '../x',
      'a/../x',
      'a/..',
      '..\\x',
      'a\\..\\..\\x',
      'a/..\\x',
      '/',
      '/x',
      '\\x',
      '\\\\host\\x',
    ];
    for (const path of [...outside, 'c:', 'C:x', 'c:/x', 'c:\\x', '\0', 'a\0.txt']) assert.ok(leavesFolder(path), path);
  });

  it('lets names be that only resemble one', () => {
    const names = [
      '',
      '.',
      'x',
      './x',
      'a/b.txt',
      'a\\b.txt',
      '..x',
      'x..',
      '...',
      'a/..x/b',
      '.../x',
      'a/c:x',
      'ab:x',
    ];
    for (const path of [...names, 'file:///x', '~', '~/x']) assert.ok(!leavesFolder(path), path);
  });

  it('E1: lets nothing through that either system resolves to a place outside', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b', 'c:', '...', '~', 'x\0');
    const path = fc
      .array(fc.tuple(part, fc.constantFrom('/', '\\')), { maxLength: 6 })
      .map((all) => all.flat().join(''));
    fc.assert(
      fc.property(path, (spelling) => {
        if (leavesFolder(spelling)) return;
        assert.ok(`${posix.resolve('/root', spelling)}/`.startsWith('/root/'));
        assert.ok(`${win32.resolve('d:\\root', spelling)}\\`.startsWith('d:\\root\\'));
        assert.ok(!spelling.includes('\0'));
      }),
      { numRuns: 2000 },
    );
  });
});
