import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { createHost } from '../../src/cli/files/host';
import { readManifest, ruleFor } from '../../src/core/entities';
import { openRepository } from '../../src/node/git/git-repository';
import { directFiles } from '../../src/node/direct-files';
import { isGitName, realPathInside, saveTarget, wayInside } from '../../src/node/inside-root';
import { changeText } from '../../src/node/saving/change-text';
import { writeSafely } from '../../src/node/saving/write-safely';
import { scratchFolder, write } from '../desktop/scratch';

const OUTSIDE = ['../x.txt', 'a/../../x.txt', '/etc/hosts', '../root-not/x.txt', '..', 'x\0.txt'];

describe('a path inside the root', () => {
  it('E1: is one that a folder and its own spelling agree on', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'root', 'root-not', '..a', 'a..', '...', 'c:', '~');
    const path = fc.tuple(fc.constantFrom('', '/', '/root/'), fc.array(part, { maxLength: 7 }));
    fc.assert(
      fc.property(path, ([start, parts]) => {
        const spelling = start + parts.join('/');
        const absolute = resolve('/root', spelling);
        const way = wayInside('/root', spelling);
        assert.equal(way !== null, absolute === '/root' || absolute.startsWith('/root/'), spelling);
        if (way !== null) assert.equal(resolve('/root', way), absolute);
      }),
      { numRuns: 2000 },
    );
    assert.equal(wayInside('/root', ''), '');
    assert.equal(wayInside('/root', 'a\\..\\..\\x'), null);
    assert.equal(wayInside('/root', 'a\0'), null);
  });

  it('E1: is asked for at every door, and each refuses the same', async () => {
    const top = scratchFolder();
    const root = join(top, 'root');
    write(top, { 'x.txt': 'secret', 'root-not/x.txt': 'secret', 'root/a/b.txt': 'mine', 'root/..c.txt': 'mine' });
    execFileSync('git', ['init', '-q'], { cwd: root });
    const rule = ruleFor(readManifest('postgloss: 1\narchives:\n  - files: "{**,.}/*"\n  - files: "..c.txt"\n'));
    const host = createHost(root);
    const files = directFiles(root);
    const repository = await openRepository(root);
    for (const path of OUTSIDE) {
      assert.equal(rule(path), null, path);
      assert.equal(await host.read(path), null, path);
      assert.deepEqual([files.readNow(path), await files.marks([path])], [null, [null]], path);
      assert.throws(() => repository.pathOf(path), { name: 'GitRefusal', message: /lies outside/ }, path);
      assert.equal(await repository.onDisk(path), null, path);
      assert.equal(await realPathInside(root, resolve(root, path)), null, path);
      await assert.rejects(writeSafely(resolve(root, path), Buffer.from('evil'), root), path);
    }
    for (const path of ['a/b.txt', '..c.txt']) {
      assert.notEqual(rule(path), null, path);
      assert.equal(Buffer.from((await host.read(path)) ?? []).toString(), 'mine', path);
      assert.equal(Buffer.from(files.readNow(path) ?? []).toString(), 'mine', path);
      assert.equal(repository.pathOf(path), path);
      assert.equal(Buffer.from((await repository.onDisk(path)) ?? []).toString(), 'mine', path);
    }
    assert.deepEqual(readdirSync(top).sort(), ['root', 'root-not', 'x.txt']);
  });

  it('C6, E1: is one that no link leads out of', async function () {
    if (process.platform === 'win32') this.skip();
    const top = scratchFolder();
    const root = join(top, 'root');
    write(top, { 'x.txt': 'secret', 'root/a.txt': 'mine', 'root/b/c.txt': 'mine' });
    symlinkSync('../x.txt', join(root, 'out.txt'));
    symlinkSync('..', join(root, 'up'));
    symlinkSync('../a.txt', join(root, 'b', 'in.txt'));
    symlinkSync('nowhere.txt', join(root, 'lost.txt'));
    symlinkSync('b', join(root, 'linked'));
    symlinkSync('root', join(top, 'alias'));
    const real = async (path: string) => {
      const found = await realPathInside(root, join(root, path));
      return found === null ? null : relative(root, found).replaceAll(sep, '/');
    };
    const target = async (path: string) => {
      const found = await saveTarget(root, join(root, path)).catch((error: unknown) => error as { code: string });
      return typeof found === 'string' ? relative(root, found).replaceAll(sep, '/') : found.code;
    };
    const table = [
      ['a.txt', 'a.txt', 'a.txt'],
      ['b/in.txt', 'a.txt', 'ELOOP'],
      ['linked/c.txt', 'b/c.txt', 'ELOOP'],
      ['linked/new.txt', null, 'ELOOP'],
      ['a.txt/x', null, 'ENOTDIR'],
      ['b', 'b', 'ENOTSUP'],
      ['new.txt', null, 'new.txt'],
      ['lost.txt', null, 'ELOOP'],
      ['none/new.txt', null, 'ENOENT'],
      ['out.txt', null, 'ELOOP'],
      ['up/x.txt', null, 'ELOOP'],
      ['up/new.txt', null, 'ELOOP'],
      ['up/root/a.txt', 'a.txt', 'ELOOP'],
    ] as const;
    for (const [path, read, written] of table) {
      assert.deepEqual([path, await real(path), await target(path)], [path, read, written]);
    }
    // The root itself may be reached through a link.
    assert.equal(await realPathInside(join(top, 'alias'), join(root, 'a.txt')), join(root, 'a.txt'));
    assert.equal(await saveTarget(join(top, 'alias'), join(root, 'a.txt')), join(root, 'a.txt'));
  });

  it('E1: is none of git, however a disk may spell that', async () => {
    const root = scratchFolder();
    write(root, { '.git/config': '[core]\n', 'lib/.git/hooks/x': '', 'module/.git': 'gitdir: ../.git\n' });
    const ignored = fc.constantFrom('', '\u200c', '\u200e', '\u202d', '\u206f', '\ufeff');
    const name = fc
      .tuple(
        fc.constantFrom('.git', '.GIT', '.Git', 'git~1', 'GIT~1', 'git~2'),
        fc.nat(4),
        ignored,
        fc.constantFrom('', '.', ' ', '. .', ':x', '::$INDEX_ALLOCATION', ' :x', '\\config'),
      )
      .map(([word, at, sign, end]) => word.slice(0, at) + sign + word.slice(at) + end);
    const way = fc.tuple(
      fc.constantFrom('', 'lib/', 'a/b/'),
      name,
      fc.constantFrom('', '/config', '/hooks/pre-commit'),
    );
    await fc.assert(
      fc.asyncProperty(way, async (parts) => {
        const path = parts.join('');
        await assert.rejects(writeSafely(join(root, path), Buffer.from('evil'), root), { code: 'EINVAL' }, path);
      }),
    );
    assert.deepEqual(readdirSync(root).sort(), ['.git', 'lib', 'module']);
    assert.equal(readFileSync(join(root, '.git/config'), 'utf8'), '[core]\n');
    // The folder of git as the root itself.
    await assert.rejects(writeSafely(join(root, '.git/x'), Buffer.from('evil'), join(root, '.git')), {
      code: 'EINVAL',
    });
    const hooks = join(root, 'lib/.git/hooks');
    await assert.rejects(writeSafely(join(hooks, 'x'), Buffer.from('evil'), hooks), { code: 'EINVAL' });
    for (const plain of ['.gitattributes', '.github', 'git', 'x.git', '.git2', 'git~x', '.gi\u200bt']) {
      assert.equal(isGitName(plain), false, plain);
    }
  });

  it('may lie in a work tree that somebody keeps in the folder of git', async () => {
    const root = scratchFolder();
    write(root, { '.git/tree/.git': 'gitdir: ../worktrees/tree\n' });
    const tree = join(root, '.git/tree');
    await writeSafely(join(tree, 'a.gloss.yaml'), Buffer.from('mine'), tree);
    assert.equal(readFileSync(join(tree, 'a.gloss.yaml'), 'utf8'), 'mine');
  });

  it('is written only where a file is, or nothing', async function () {
    if (process.platform === 'win32') this.skip();
    const root = scratchFolder();
    mkdirSync(join(root, 'folder'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    // Only an administrator can make a device.
    const device = process.getuid?.() === 0 && makeDevice(join(root, 'device'));
    for (const name of ['folder', 'pipe', ...(device ? ['device'] : [])]) {
      await assert.rejects(writeSafely(join(root, name), Buffer.from('x'), root), {
        code: 'ENOTSUP',
        file: join(root, name),
      });
      await assert.rejects(
        changeText(join(root, name), root, () => 'x'),
        { code: 'ENOTSUP', message: new RegExp(`It is a ${name}`) },
      );
      assert.equal(lstatSync(join(root, name)).isFile(), false, name);
    }
    assert.deepEqual(readdirSync(root).sort(), [...(device ? ['device'] : []), 'folder', 'pipe']);
  });
});

/** Makes a device that swallows all, in a folder of the test. Answers whether the system allows that. */
function makeDevice(path: string): boolean {
  return spawnSync('mknod', [path, 'c', '1', '3']).status === 0;
}
