import assert, { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { replaceFile, writeSafely } from '../../../src/node/saving/write-safely';
import { scratchFolder, write } from '../../desktop/scratch';
import { itSlow } from '../../support/trials';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('writeSafely', () => {
  it('writes new files and replaces old ones, and leaves nothing else', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'a.gloss.yaml');
    for (const text of ['first', '', 'third, with “quotes”', 'x'.repeat(3_000_000)]) {
      await writeSafely(path, bytes(text), folder);
      ok(read(folder, 'a.gloss.yaml') === text);
    }
    deepStrictEqual(readdirSync(folder), ['a.gloss.yaml']);
  });

  it('keeps the mode of a file', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = scratchFolder();
    write(folder, { 'a.gloss.yaml': 'old' });
    for (const mode of [0o600, 0o664, 0o755]) {
      chmodSync(join(folder, 'a.gloss.yaml'), mode);
      await writeSafely(join(folder, 'a.gloss.yaml'), bytes('new'), folder);
      strictEqual(statSync(join(folder, 'a.gloss.yaml')).mode & 0o777, mode);
    }
  });

  it('C6: writes through no link, wherever it leads', async function () {
    if (process.platform === 'win32') this.skip();
    const [folder, outside] = [scratchFolder(), scratchFolder()];
    write(folder, { 'real/a.gloss.yaml': 'old' });
    write(outside, { 'secret.yaml': 'secret' });
    symlinkSync(join('real', 'a.gloss.yaml'), join(folder, 'a.gloss.yaml'));
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'file.gloss.yaml'));
    symlinkSync(join(outside, 'not-there.yaml'), join(folder, 'dangling.gloss.yaml'));
    symlinkSync(outside, join(folder, 'folder'));
    symlinkSync('real', join(folder, 'inner'));
    const ways = ['a', 'file', 'dangling', 'inner/a', 'inner/new', 'folder/new', '../x'].map(
      (way) => `${way}.gloss.yaml`,
    );
    for (const way of [...ways, 'folder/secret.yaml']) {
      await rejects(writeSafely(join(folder, way), bytes('evil'), folder), { code: 'ELOOP' }, way);
    }
    deepStrictEqual([readdirSync(outside), read(outside, 'secret.yaml')], [['secret.yaml'], 'secret']);
    deepStrictEqual([readdirSync(join(folder, 'real')), read(folder, 'real/a.gloss.yaml')], [['a.gloss.yaml'], 'old']);
    // The folder of the archive itself may be reached through a link.
    symlinkSync(folder, join(outside, 'alias'));
    await writeSafely(join(outside, 'alias/b.gloss.yaml'), bytes('new'), join(outside, 'alias'));
    strictEqual(read(folder, 'b.gloss.yaml'), 'new');
  });

  it('C2: refuses in a read-only folder, and leaves the file as it was', async function () {
    // The administrator may write everywhere, and Windows has no such mode.
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const folder = scratchFolder();
    write(folder, { 'a.gloss.yaml': 'old' });
    chmodSync(folder, 0o555);
    try {
      await rejects(writeSafely(join(folder, 'a.gloss.yaml'), bytes('new'), folder), { code: 'EACCES' });
      deepStrictEqual([readdirSync(folder), read(folder, 'a.gloss.yaml')], [['a.gloss.yaml'], 'old']);
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it('C2: refuses to replace a file that is read-only, though its folder is not', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const folder = scratchFolder();
    write(folder, { 'a.gloss.yaml': 'old' });
    chmodSync(join(folder, 'a.gloss.yaml'), 0o444);
    await rejects(writeSafely(join(folder, 'a.gloss.yaml'), bytes('new'), folder), { code: 'EACCES' });
    deepStrictEqual([readdirSync(folder), read(folder, 'a.gloss.yaml')], [['a.gloss.yaml'], 'old']);
  });

  it('C1: keeps the old file on a disk that is full', async function () {
    const disk = scratchFolder();
    if (!mountTiny(disk)) this.skip();
    try {
      const old = 'old '.repeat(25_000);
      write(disk, { 'a.gloss.yaml': old });
      await rejects(writeSafely(join(disk, 'a.gloss.yaml'), bytes('n'.repeat(220_000)), disk), { code: 'ENOSPC' });
      deepStrictEqual(readdirSync(disk), ['a.gloss.yaml']);
      ok(read(disk, 'a.gloss.yaml') === old);
      // What fits is written, over and over: nothing is left that takes the room.
      for (const digit of '123456789')
        await writeSafely(join(disk, 'a.gloss.yaml'), bytes(digit.repeat(100_000)), disk);
      ok(read(disk, 'a.gloss.yaml') === '9'.repeat(100_000));
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('refuses where a folder has the name, and leaves no temporary file', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'a.gloss.yaml', 'inner'), { recursive: true });
    await rejects(writeSafely(join(folder, 'a.gloss.yaml'), bytes('new'), folder));
    deepStrictEqual(readdirSync(folder), ['a.gloss.yaml']);
  });

  it('C1: keeps the old file where a step of the write fails, or the disk takes a part and reports no error', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'a.gloss.yaml');
    write(folder, { 'a.gloss.yaml': 'old' });
    const sample = await open(path);
    const handles = Object.getPrototypeOf(sample) as FileHandle;
    await sample.close();
    const fails = () => Promise.reject(Object.assign(new Error('It fails.'), { code: 'EIO' }));
    const half = async function (this: FileHandle, all: Uint8Array) {
      await this.write(all, 0, Math.floor(all.length / 2));
    };
    const nothing = () => Promise.resolve();
    for (const [step, wrong, code] of [
      ['writeFile', fails, 'EIO'],
      ['writeFile', half, 'ENOSPC'],
      ['writeFile', nothing, 'ENOSPC'],
      ['sync', fails, 'EIO'],
      ['stat', fails, 'EIO'],
    ] as const) {
      const right = Object.getOwnPropertyDescriptor(handles, step);
      assert(right);
      Object.defineProperty(handles, step, { ...right, value: wrong });
      try {
        await rejects(writeSafely(path, bytes('new words'), folder), { code, file: path });
      } finally {
        Object.defineProperty(handles, step, right);
      }
      deepStrictEqual([readdirSync(folder), read(folder, 'a.gloss.yaml')], [['a.gloss.yaml'], 'old'], step);
    }
    await writeSafely(path, bytes('new words'), folder);
    strictEqual(read(folder, 'a.gloss.yaml'), 'new words');
  });

  it('keeps the old file, and nothing beside it, where it may no longer be replaced', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'a.gloss.yaml');
    write(folder, { 'a.gloss.yaml': 'old' });
    // At the moment of the question the new bytes lie complete beside the old ones.
    const seen: number[] = [];
    const no = () => {
      seen.push(readdirSync(folder).length);
      return Promise.resolve(false);
    };
    strictEqual(await replaceFile(path, bytes('new'), no), false);
    await rejects(
      replaceFile(path, bytes('new'), () => Promise.reject(new Error('The lock is lost.'))),
      /The lock is lost/,
    );
    deepStrictEqual([seen, readdirSync(folder), read(folder, 'a.gloss.yaml')], [[2], ['a.gloss.yaml'], 'old']);
    strictEqual(await replaceFile(path, bytes('new'), () => Promise.resolve(true)), true);
    deepStrictEqual([readdirSync(folder), read(folder, 'a.gloss.yaml')], [['a.gloss.yaml'], 'new']);
  });

  itSlow('C1: keeps the old file when the disk takes only a part of the new one', function () {
    if (!hasPrlimit()) this.skip();
    const folder = scratchFolder();
    const path = join(folder, 'a.gloss.yaml');
    writeFileSync(path, 'old '.repeat(5_000));
    // No file may grow beyond 64 kB: as on a full disk, the first write is short, and the next one fails.
    const script = writer(path, folder, `await writeSafely(path, Buffer.alloc(200_000, 'n'), root)`);
    const limited = ['--fsize=65536', process.execPath, ...script];
    const failure = attempt(() => execFileSync('prlimit', limited, { stdio: 'pipe', encoding: 'utf8' }));
    ok(failure.includes('EFBIG'), failure);
    strictEqual(read(folder, 'a.gloss.yaml'), 'old '.repeat(5_000));
    deepStrictEqual(readdirSync(folder), ['a.gloss.yaml']);
  });

  itSlow('C5: leaves the old or the new content wherever it is killed', async function () {
    this.timeout(60_000);
    const folder = scratchFolder();
    const path = join(folder, 'a.gloss.yaml');
    const whole = (digit: string) => digit.repeat(400_000);
    writeFileSync(path, whole('0'));
    const loop = `console.log('writing'); for (let i = 0; ; i++) await writeSafely(path, Buffer.alloc(400_000, String(i % 10)), root)`;
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, writer(path, folder, loop), { stdio: ['ignore', 'pipe', 'inherit'] });
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
      strictEqual(child.exitCode, null, 'It ended before it was killed');
      await new Promise((resolve) => setTimeout(resolve, 5 + 13 * round));
      child.kill('SIGKILL');
      await once(child, 'close');
      const text = readFileSync(path, 'utf8');
      ok(text === whole(text.charAt(0)), `torn in round ${round}: ${text.length} of 400000`);
    }
  });
});

/** The arguments of a Node that runs a script with the function under test, a path and a root. */
function writer(path: string, root: string, script: string): string[] {
  const module = pathToFileURL(join(import.meta.dirname, '../../../src/node/saving/write-safely.ts')).href;
  // The loader makes it a CommonJS module, whose exports an import finds under this name.
  const load = `const { writeSafely } = (await import(${JSON.stringify(module)})).default;`;
  const names = `const [path, root] = ${JSON.stringify([path, root])};`;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return ['--import', tsx, '--input-type=module', '--eval', `${load} ${names} ${script}`];
}

/** What a program that is expected to fail writes on its way out. */
function attempt(work: () => unknown): string {
  try {
    work();
    return 'It did not fail.';
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error);
  }
}

/** Mounts a disk of 256 kB. Only an administrator can. */
function mountTiny(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function hasPrlimit(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
