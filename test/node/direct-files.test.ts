import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LARGEST_FILE } from '../../src/core/host';
import { directFiles, readContent, sharedMemory } from '../../src/node/direct-files';

describe('files that are looked at directly', () => {
  let root = '';
  const text = (path: string, memory?: (size: number) => Uint8Array) => {
    const bytes = readContent(root, path, memory)?.bytes;
    return bytes ? new TextDecoder().decode(bytes) : null;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'postgloss-files-'));
    mkdirSync(join(root, 'archives'));
    writeFileSync(join(root, 'archives/a.txt'), 'Basra.');
    writeFileSync(join(root, 'archives/empty.txt'), '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('are read with a mark that is the one of a look at them', async () => {
    const read = readContent(root, 'archives/a.txt') ?? assert.fail();
    assert.equal(new TextDecoder().decode(read.bytes), 'Basra.');
    assert(Math.abs(read.readAt - Date.now()) < 60_000);
    const files = directFiles(root);
    assert.deepEqual(await files.marks(['archives/a.txt', 'archives/none.txt']), [read.mark, null]);
    assert.equal(files.readNow('archives/empty.txt')?.length, 0);
    // A program that sets the time back cannot do so without a trace.
    writeFileSync(join(root, 'archives/a.txt'), 'Erbil.');
    utimesSync(join(root, 'archives/a.txt'), new Date(read.mark?.written ?? 0), new Date(read.mark?.written ?? 0));
    const [after] = await files.marks(['archives/a.txt']);
    assert.equal(after?.size, read.mark?.size);
    assert.notDeepEqual(after, read.mark);
  });

  it('are looked at in the order of the question, however many there are', async () => {
    const paths = Array.from({ length: 450 }, (_, i) => (i % 3 === 0 ? 'archives/a.txt' : `archives/none${i}.txt`));
    const marks = await directFiles(root).marks(paths);
    assert.deepEqual(
      marks.map((mark) => mark !== null),
      paths.map((path) => path === 'archives/a.txt'),
    );
  });

  it('are none where a folder, a pipe, a name elsewhere or too large a file is meant', async () => {
    const paths = [
      'archives',
      '',
      '../outside.txt',
      'archives/../../outside.txt',
      'archives\\..\\..\\outside.txt',
      'a\0.txt',
    ];
    writeFileSync(join(root, '..', 'outside.txt'), 'elsewhere');
    writeFileSync(join(root, 'large.txt'), '');
    truncateSync(join(root, 'large.txt'), LARGEST_FILE + 1);
    paths.push('large.txt');
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(root, 'pipe.txt')]);
      symlinkSync('/dev/zero', join(root, 'zero.txt'));
      paths.push('pipe.txt', 'zero.txt');
    }
    try {
      for (const path of paths) assert.equal(text(path), null, path);
      assert.deepEqual(
        await directFiles(root).marks(paths),
        paths.map(() => null),
      );
    } finally {
      rmSync(join(root, '..', 'outside.txt'));
    }
  });

  it('can be read one after the other into the same memory, also when one is longer than that', () => {
    const memory = sharedMemory();
    writeFileSync(join(root, 'long.txt'), 'x'.repeat(300_000));
    assert.equal(text('long.txt', memory)?.length, 300_000);
    assert.equal(text('archives/a.txt', memory), 'Basra.');
    assert.equal(text('archives/empty.txt', memory), '');
  });
});
