import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lockBeside } from '../../../src/node/saving/beside';
import { clearLeftovers } from '../../../src/node/saving/leftovers';
import { withLock } from '../../../src/node/saving/lock';
import { withMark } from '../../../src/node/saving/mark';
import { scratchFolder } from '../../desktop/scratch';
import { itSlow } from '../../support/trials';

describe('withLock', () => {
  it('C7: lets one in at a time, and leaves nothing', async () => {
    const folder = scratchFolder();
    const target = join(folder, 'harbour.txt.gloss.yaml');
    let [inside, done] = [0, 0];
    const work = () =>
      withLock(target, async (lock) => {
        strictEqual(++inside, 1);
        await new Promise((resolve) => setTimeout(resolve, 3));
        ok(await lock.isHeld());
        inside--;
        done++;
      });
    await Promise.all(Array.from({ length: 20 }, work));
    deepStrictEqual([done, readdirSync(folder)], [20, []]);
  });

  it('C7: is given back after an error', async () => {
    const target = join(scratchFolder(), 'harbour.txt.gloss.yaml');
    await rejects(
      withLock(target, () => Promise.reject(new Error('broken'))),
      /broken/,
    );
    strictEqual(existsSync(lockBeside(target)), false);
  });

  it('C7: breaks the lock of a process that is gone, at once, also where many do so', async () => {
    const folder = scratchFolder();
    const target = join(folder, 'harbour.txt.gloss.yaml');
    const dead = await deadMark();
    for (let round = 0; round < 20; round++) {
      writeFileSync(lockBeside(target), dead);
      let [inside, done] = [0, 0];
      const work = () =>
        withLock(target, async () => {
          strictEqual(++inside, 1);
          await new Promise((resolve) => setTimeout(resolve, 1));
          inside--;
          done++;
        });
      await Promise.all(Array.from({ length: 5 }, work));
      deepStrictEqual([done, readdirSync(folder)], [5, []]);
    }
  });

  it('C7: waits for one that is alive, as long as it touches its lock', async () => {
    const target = join(scratchFolder(), 'harbour.txt.gloss.yaml');
    await withMark(async (mark) => {
      writeFileSync(lockBeside(target), mark);
      let entered = false;
      const waiting = withLock(target, () => Promise.resolve((entered = true)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      deepStrictEqual([entered, readFileSync(lockBeside(target), 'utf8')], [false, mark]);
      // Five minutes later it must be another process with the same number.
      const longAgo = Date.now() / 1000 - 301;
      utimesSync(lockBeside(target), longAgo, longAgo);
      strictEqual(await waiting, true);
    });
  });

  itSlow('C7: breaks one that nobody touches, where its process cannot be asked for or is not named', async () => {
    const folder = scratchFolder();
    const [unmarked, foreign] = [join(folder, 'a.gloss.yaml'), join(folder, 'b.gloss.yaml')];
    const [machine = '', ...rest] = (await deadMark()).split('-');
    writeFileSync(lockBeside(unmarked), '');
    writeFileSync(lockBeside(foreign), [machine === '00000000' ? '10000000' : '00000000', ...rest].join('-'));
    const work = () => Promise.resolve(true);
    deepStrictEqual(await Promise.all([withLock(unmarked, work), withLock(foreign, work)]), [true, true]);
    deepStrictEqual(readdirSync(folder), []);
  });

  it('removes a link in the place of the lock at once, and nothing that it leads to', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = scratchFolder();
    const target = join(folder, 'harbour.txt.gloss.yaml');
    writeFileSync(target, 'kept');
    for (const leading of ['nowhere', '/dev/zero', 'harbour.txt.gloss.yaml', '.', '.harbour.txt.gloss.yaml.lock']) {
      symlinkSync(leading, lockBeside(target));
      strictEqual(await withLock(target, (lock) => lock.isHeld()), true, leading);
      deepStrictEqual(
        [readdirSync(folder), readFileSync(target, 'utf8')],
        [['harbour.txt.gloss.yaml'], 'kept'],
        leading,
      );
    }
  });

  it('names what else has the name of the lock, and neither reads nor removes it', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = scratchFolder();
    const target = join(folder, 'harbour.txt.gloss.yaml');
    const lock = lockBeside(target);
    const traps: readonly (readonly [string, () => void])[] = [
      ['a folder', () => mkdirSync(lock)],
      ['a pipe', () => spawnSync('mkfifo', [lock])],
      ['a file of 5000000000 bytes', () => sparse(lock, 5_000_000_000)],
    ];
    for (const [what, set] of traps) {
      set();
      const message = `“.harbour.txt.gloss.yaml.lock” beside it has the name of its lock, but is ${what}. Remove it, then try again`;
      await rejects(
        withLock(target, () => Promise.resolve()),
        { code: 'ELOCKED', message },
      );
      await clearLeftovers(folder);
      deepStrictEqual(readdirSync(folder), ['.harbour.txt.gloss.yaml.lock']);
      rmSync(lock, { recursive: true });
    }
  });

  it('C7: tells a holder whose lock was broken', async () => {
    const target = join(scratchFolder(), 'harbour.txt.gloss.yaml');
    const other = await deadMark();
    await withLock(target, async (lock) => {
      writeFileSync(lockBeside(target), other);
      strictEqual(await lock.isHeld(), false);
    });
    strictEqual(readFileSync(lockBeside(target), 'utf8'), other, 'It is not taken from the one who has it now');
  });
});

/** Makes a file of zeros that takes no room. */
function sparse(path: string, size: number): void {
  writeFileSync(path, '');
  truncateSync(path, size);
}

/** The mark of a process of this machine that has ended. */
function deadMark(): Promise<string> {
  const { pid } = spawnSync(process.execPath, ['--version']);
  return withMark((mark) => Promise.resolve(mark.replace(/-\d+-/, `-${pid}-`)));
}
