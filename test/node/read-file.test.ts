import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, readOrMissing, readRegular } from '../../src/node/read-file';
import { explainFileError, systemError, whyFileError } from '../../src/node/system-error';
import { scratchFolder, write } from '../desktop/scratch';

describe('reading a file', () => {
  it('takes regular files only, also through a link, and says what else there is', function () {
    if (process.platform === 'win32') this.skip();
    const folder = scratchFolder();
    write(folder, { 'a.txt': 'mine' });
    mkdirSync(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const [name, target] of Object.entries({
      link: 'a.txt',
      zero: '/dev/zero',
      lost: 'nowhere',
      circle: 'circle',
    })) {
      symlinkSync(target, join(folder, name));
    }
    const told = (name: string, follow = true) => {
      try {
        return readRegular(join(folder, name), 100, follow).toString();
      } catch (error) {
        return explainFileError(error, (path) => path.slice(folder.length + 1));
      }
    };
    assert.equal(told('a.txt'), 'mine');
    assert.equal(told('link'), 'mine');
    assert.equal(told('link', false), '“link”: It is a link and not a file.');
    assert.equal(told('folder'), '“folder”: It is a folder and not a file.');
    assert.equal(told('pipe'), '“pipe”: It is a pipe and not a file.');
    assert.equal(told('zero'), '“zero”: It is a device and not a file.');
    assert.equal(told('lost'), '“lost”: There is no such file or folder.');
    assert.equal(told('circle'), '“circle”: Its path goes through a link, or through links in a circle.');
    assert.equal(told('a.txt/x'), '“a.txt/x”: A part of its path is a file and not a folder.');
    assert.match(told('n'.repeat(300)) ?? '', /: Its name is too long for this disk\.$/);
    for (const name of ['folder', 'pipe', 'zero', 'lost', 'a.txt/x']) {
      assert.equal(readOrMissing(join(folder, name), 100), null, name);
    }
    assert.equal(readIfThere(join(folder, 'lost'), 100), null);
    assert.throws(() => readIfThere(join(folder, 'pipe'), 100), { code: 'ENOTSUP' });
  });

  it('stops at the limit, which a file may just reach', () => {
    const folder = scratchFolder();
    write(folder, { 'a.txt': 'x'.repeat(100) });
    assert.equal(readRegular(join(folder, 'a.txt'), 100).length, 100);
    assert.throws(() => readRegular(join(folder, 'a.txt'), 99), { code: 'E2BIG' });
    truncateSync(join(folder, 'a.txt'), 50_000_001);
    const message = 'It is too large: 50.1 MB; at most 50 MB are read';
    assert.throws(() => readRegular(join(folder, 'a.txt'), 50_000_000), { message });
    assert.throws(() => readOrMissing(join(folder, 'a.txt'), 50_000_000), { message });
  });

  it('does not wait for a pipe that takes the place of a file', function () {
    if (process.platform === 'win32') this.skip();
    const folder = scratchFolder();
    write(folder, { 'a.txt': 'mine' });
    const path = join(folder, 'a.txt');
    // The place changes while the file is read, as fast as another program can.
    const swap = `while :; do rm -f "$1"; mkfifo "$1"; rm -f "$1"; echo mine > "$1"; done`;
    const read = `
      const { readOrMissing } = require(${JSON.stringify(join(import.meta.dirname, '../../src/node/read-file.ts'))});
      for (let i = 0; i < 3000; i++) readOrMissing(process.argv[1], 100);
    `;
    const script = `sh -c '${swap}' sh "$1" & other=$!; "$2" --import=tsx --eval "$3" "$1"; code=$?; kill $other; exit $code`;
    const ended = spawnSync('sh', ['-c', script, 'sh', path, process.execPath, read], {
      timeout: 20_000,
      encoding: 'utf8',
    });
    assert.deepEqual([ended.status, ended.stderr], [0, '']);
  });
});

describe('an error of the file system', () => {
  it('is explained, whatever its code, and a mistake of the program is not', () => {
    for (const code of 'ENOSPC EDQUOT EISDIR ELOOP EACCES EPERM EROFS ENAMETOOLONG EMFILE ENOTDIR ETXTBSY EIO'.split(
      ' ',
    )) {
      const why = whyFileError(Object.assign(new Error(`${code}: raw, open '/x'`), { code }));
      assert.match(why ?? '', /^[A-Z][^.:]+[^.]$/, code);
      assert.doesNotMatch(why ?? '', /error [A-Z]/, code);
    }
    const strange = Object.assign(new Error('x'), { code: 'ESTRANGE', path: '/x' });
    assert.equal(
      explainFileError(strange, (path) => path),
      '“/x”: The system refuses it with the error ESTRANGE.',
    );
    assert.equal(whyFileError(systemError('ENOSPC', 'The disk took only a part')), 'The disk took only a part');
    for (const make of [() => 'x'.repeat(2 ** 30), () => new Array<number>(-1), () => new Uint8Array(2 ** 53)]) {
      assert.match(whyFileError(caught(make)) ?? '', /too large/);
    }
    for (const mistake of [
      new TypeError('x is undefined'),
      new RangeError('Maximum call stack size exceeded'),
      null,
      'x',
    ]) {
      assert.equal(whyFileError(mistake), null);
    }
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
